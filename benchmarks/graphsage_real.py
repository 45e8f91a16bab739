"""The network over program graphs on programs that people and language models wrote: does it tell right from wrong?

    CODEGRAFT_REAL_PROGRAMS=<folder> python -m benchmarks.graphsage_real

Trained on all sets of the folder at once in ``FOLDS`` folds, on three seeds each, as the pipeline trains, with the
confidence and ranking terms alone (the sets name no mistakes). Tasks with near duplicates between them are in one fold,
so that every program is judged by networks that have not seen its task. Of what is left a tenth of the tasks decides
when training ends.

Programs of codenet_14_problems and can_ai_code are compared within their task: AUROC, mean over the tasks that have
both. Of the pairs of condefects and debugbench it is asked whether the repaired program scores above the faulty one.
Intervals are 95 %, by resampling tasks and seeds. Beside the network: what needs no training, and a logistic regression
on TF-IDF of token 1- to 3-grams that learnt from the same files.
"""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import numpy.typing as npt
import torch
from sklearn.linear_model import LogisticRegression

from benchmarks.export import RESULTS
from benchmarks.real_programs import CORRECT_ONLY, FOLDS, RealProgram, folder, folds, read_correct, read_real
from codegraft.graphsage.batches import Examples, examples_of
from codegraft.graphsage.evaluate.baselines import Rows, token_vectors
from codegraft.graphsage.evaluate.bootstrap import Resampler
from codegraft.graphsage.evaluate.ranking import given_pairs_accuracy, within_problem_auroc
from codegraft.graphsage.evaluate.untrained import untrained_scores
from codegraft.graphsage.train import Splits, train_network
from codegraft.graphsage.validate import predict
from codegraft.params import Graphsage, LossWeights, load_params
from codegraft.programs.dataset import Dataset, Taught
from codegraft.programs.examples import Example, examples_table
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.features.schema import schema_hash
from codegraft.programs.packed import PackedGraphs, concatenate, pack
from codegraft.programs.vocabulary import Vocabularies
from codegraft.progress import track
from codegraft.training.reproducible import set_reproducible

SEEDS = (0, 1, 2)
EPOCHS = 12
PATIENCE = 4
VALIDATION = 10
"""One in so many tasks that are not for testing decides when training ends."""
CHUNK = 50

Array = npt.NDArray[Any]


@dataclass(frozen=True)
class Real:
    """Programs, their graphs, and the fold in which each is judged."""

    programs: list[RealProgram]
    graphs: PackedGraphs
    fold: Array

    def __post_init__(self) -> None:
        """Refuse parts that do not belong together."""
        if not len(self.programs) == len(self.graphs) == len(self.fold):
            raise ValueError("expected a graph and a fold for each program")

    @property
    def right(self) -> Array:
        """Bool [n]."""
        return np.array([program.right for program in self.programs])


def read(place: Path, jobs: int) -> Real:
    """All programs of the folder."""
    programs = [*read_real(place), *read_correct(place)]
    chunks = [programs[begin : begin + CHUNK] for begin in range(0, len(programs), CHUNK)]
    pool = joblib.Parallel(jobs, return_as="generator")
    packed = pool(joblib.delayed(pack_chunk)(chunk) for chunk in chunks)
    graphs = concatenate(list(track(packed, "features", total=len(chunks), unit="chunk")))
    return Real(programs, graphs, np.array(folds(programs)))


def pack_chunk(programs: Sequence[RealProgram]) -> PackedGraphs:
    """Graphs of some programs."""
    extractor = FeatureExtractor()
    return pack([extractor.graph(program.code, program.language) for program in programs])


def examples_for(real: Real, fold: int) -> Examples:
    """What the network is taught to be judged on a fold: what it is compared with in training is its problem."""
    asked = real.fold == fold
    tasks = [program.task for program in real.programs]
    rank = {
        task: number
        for number, task in enumerate(sorted({task for task, out in zip(tasks, asked, strict=True) if not out}))
    }
    splits = [
        "test" if out else "train" if rank[task] % VALIDATION else "validation"
        for task, out in zip(tasks, asked, strict=True)
    ]
    rows = examples_table([
        Example(
            program=f"{number}", problem=program.group, split=split, origin=program.source, language=program.language,
            code=program.code, parent=program.group, verdict="given", confidence=float(program.right),
            has_confidence=True, bugs=(), knows_kinds=False, knows_exceptions=False, imports=(),
        )
        for number, (program, split) in enumerate(zip(real.programs, splits, strict=True))
    ])  # fmt: skip
    nothing = Taught(pack([]), examples_table([]))
    return examples_of(Dataset(Taught(real.graphs, rows), nothing, Vocabularies({}, {}), schema_hash()))


def network_logits(real: Real, fold: int, seed: int, params: Graphsage, threads: int) -> Array:
    """[n] logits, of the programs of the fold by a network that has not seen their tasks; NaN of the others."""
    set_reproducible(seed, threads)
    examples = examples_for(real, fold)
    splits = Splits(examples.split("train"), examples.split("validation"))
    with tempfile.TemporaryDirectory() as scratch:
        state = train_network(examples, splits, params, seed, Path(scratch), torch.device("cpu"))
    logits = np.full(len(real.fold), np.nan)
    asked = np.flatnonzero(real.fold == fold)
    logits[asked] = predict(state.model, examples, asked).confidence.numpy()
    return logits


def ngram_scores(real: Real) -> Array:
    """[n] what logistic regression on token n-grams says of each program, having learnt from the other folds."""
    texts = [program.code for program in real.programs]
    scores = np.empty(len(texts))
    for fold in range(FOLDS):
        rows = Rows(np.flatnonzero(real.fold != fold), np.flatnonzero(real.fold == fold))
        tokens = token_vectors(texts, rows)
        model = LogisticRegression(C=10.0, solver="liblinear", random_state=0)
        scores[rows.score] = model.fit(tokens[rows.learn], real.right[rows.learn]).decision_function(tokens[rows.score])
    return scores


def judged(real: Real, scores: dict[str, list[Array]]) -> dict[str, Any]:
    """For each set, the figure of each way of scoring (one array a seed), and its difference to each of the others."""
    source = np.array([program.source for program in real.programs])
    report: dict[str, Any] = {}
    for name in sorted({program.source for program in real.programs if program.source not in CORRECT_ONLY}):
        rows = np.flatnonzero(source == name)
        programs = [real.programs[row] for row in rows]
        resampler = Resampler([program.task for program in programs])
        right, pairs = real.right[rows], pairs_of(programs)
        measure = "pair_accuracy" if len(pairs) else "auroc_within_problem"
        found = {
            way: resampler.estimate([
                given_pairs_accuracy(score[rows], pairs, resampler.problem) if len(pairs)
                else within_problem_auroc(score[rows], right, resampler.problem) for score in by_seed
            ])
            for way, by_seed in scores.items()
        }  # fmt: skip
        report[name] = {
            "measure": measure,
            "programs": len(rows),
            "tasks": resampler.count,
            "figures": {way: estimate.interval() for way, estimate in found.items()},
            "network_minus": {way: (found["network"] - estimate).interval() for way, estimate in found.items()},
        }
    return report


def pairs_of(programs: Sequence[RealProgram]) -> Array:
    """[m, 2] rows of the repaired and the faulty program of each pair."""
    right = {program.pair: row for row, program in enumerate(programs) if program.pair and program.right}
    wrong = {program.pair: row for row, program in enumerate(programs) if program.pair and not program.right}
    return np.array([(row, wrong[pair]) for pair, row in right.items()], np.int64).reshape(-1, 2)


def settings(params: Graphsage) -> Graphsage:
    """The pipeline's training with the two terms that these sets have labels for."""
    terms = LossWeights(confidence=1.0, ranking=1.0, embedding=0.0, imports=0.0, bugs=0.0)
    return params.model_copy(update={"loss_weights": terms, "epochs": EPOCHS, "early_stopping": PATIENCE})


def main() -> None:
    """Train, judge, print, keep."""
    params = load_params()
    training = settings(params.graphsage)
    real = read(folder(), params.graphsage.jobs)
    plan = [(fold, seed) for seed in SEEDS for fold in range(FOLDS)]
    work = (joblib.delayed(network_logits)(real, fold, seed, training, params.threads) for fold, seed in plan)
    pool = joblib.Parallel(params.graphsage.jobs, return_as="generator")
    logits = list(track(pool(work), "networks", total=len(plan), unit="network"))
    network = [np.nansum(logits[begin : begin + FOLDS], axis=0) for begin in range(0, len(plan), FOLDS)]
    texts, languages = zip(*((program.code, program.language) for program in real.programs), strict=True)
    untrained = {name: [scores] for name, scores in untrained_scores(texts, languages).items()}
    report = {
        "training": training.model_dump(),
        "seeds": list(SEEDS),
        "folds": FOLDS,
        "sets": judged(real, {"network": network, **untrained, "token_ngrams": [ngram_scores(real)]}),
    }
    for name, of_set in report["sets"].items():
        print(f"{name} ({of_set['measure']}, {of_set['programs']} programs, {of_set['tasks']} tasks)")
        for way, figure in of_set["figures"].items():
            print(f"  {way:14} {figure['mean']:.3f} [{figure['low']:.3f}, {figure['high']:.3f}]")
    path = RESULTS / f"{date.today().isoformat()}_graphsage_real.json"
    path.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
