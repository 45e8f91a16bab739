"""The network over program graphs on programs that people and language models wrote: does it tell right from wrong?

    CODEGRAFT_REAL_PROGRAMS=<folder> python -m benchmarks.graphsage_real

Two ways of learning are judged:

- ``network``: on the folder's own programs, in ``FOLDS`` folds, those of a kind of set (``KINDS``) together, as the
  pipeline trains, with the confidence and ranking terms alone (the sets name no mistakes). Tasks with near duplicates
  between them are in one fold, so that every program is judged by a network that has not seen its task. Of what is left
  a tenth of the tasks decides which epoch is taken.
- ``network_of_sample``: on data/features, as the pipeline trains: it has seen none of the folder's sets.

How the rest was chosen is told in the output (``CHOSEN``). All takes some ten minutes on two cores.

Programs of codenet_14_problems and can_ai_code are compared within their task: AUROC, mean over the tasks that have
both. Of the pairs of condefects and debugbench it is asked whether the repaired program scores above the faulty one.
Intervals are 95 %, by resampling tasks. Beside the networks stands what needs no training, and, trained on the same
programs as ``network``: a logistic regression and gradient boosting on pooled features, and a logistic regression on
TF-IDF of token 1- to 3-grams.
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

from benchmarks.export import RESULTS
from benchmarks.real_programs import CORRECT_ONLY, FOLDS, RealProgram, folder, folds, read_correct, read_real
from codegraft.graphsage.batches import Examples, examples_of
from codegraft.graphsage.evaluate.baselines import Rows, confidence_models, token_vectors
from codegraft.graphsage.evaluate.pooled import pooled
from codegraft.graphsage.evaluate.ranking import given_pairs_accuracy, within_problem_auroc
from codegraft.graphsage.evaluate.untrained import untrained_scores
from codegraft.graphsage.model import GraphSAGE
from codegraft.graphsage.train import splits_of, train_network
from codegraft.graphsage.validate import predict
from codegraft.params import Graphsage, LossWeights, Params, load_params
from codegraft.programs.dataset import Dataset, Taught, read_dataset
from codegraft.programs.examples import Example, examples_table
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.features.schema import schema_hash
from codegraft.programs.packed import PackedGraphs, concatenate, pack
from codegraft.programs.vocabulary import Vocabularies
from codegraft.progress import track
from codegraft.training.bootstrap import Resampler
from codegraft.training.reproducible import set_reproducible

SEED = 0
EPOCHS = 4
CHOSEN = (
    "Learning rate, dropout, LayerNorm and the step of the linear map were chosen by single seeds on these sets, the "
    "last by fold 0 alone; which epoch is taken, by validation tasks. The figures are that much too friendly."
)
"""How what is not learnt was chosen; part of the output."""
KINDS = {
    "attempts": ("codenet_14_problems", "can_ai_code", *CORRECT_ONLY),
    "contest repairs": ("condefects_python", "condefects_java"),
    "textbook repairs": ("debugbench_python", "debugbench_java"),
}
"""Sets whose programs are learnt from together: what a repair adds in a contest it takes away in a textbook."""
OF_SAMPLE = "network_of_sample"
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


def taught(real: Real, kind: str, fold: int) -> Array:
    """Rows of the programs that a fold of a kind learns from."""
    return np.flatnonzero(of_kind(real, kind) & (real.fold != fold))


def examples_for(real: Real, kind: str, fold: int) -> Examples:
    """All programs, those that are taught in two splits; the problem of a program is what training compares it with."""
    known = taught(real, kind, fold)
    decides = set(sorted({real.programs[row].task for row in known})[::VALIDATION])
    splits = ["test"] * len(real.programs)
    for row in known:
        splits[row] = "validation" if real.programs[row].task in decides else "train"
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


def of_kind(real: Real, kind: str) -> Array:
    """Bool [n]."""
    return np.array([program.source in KINDS[kind] for program in real.programs])


def trained(examples: Examples, params: Graphsage, threads: int) -> GraphSAGE:
    """The network of the best epoch."""
    set_reproducible(SEED, threads)
    with tempfile.TemporaryDirectory() as scratch:
        return train_network(examples, splits_of(examples), params, SEED, Path(scratch), torch.device("cpu")).model


def network_logits(real: Real, kind: str, fold: int, params: Params) -> Array:
    """[n] logits, of the kind's programs of the fold by a network that has not seen their tasks; 0 of the others."""
    examples = examples_for(real, kind, fold)
    return logits_of(
        trained(examples, settings(params.graphsage), params.threads),
        examples,
        of_kind(real, kind) & (real.fold == fold),
    )


def sample_logits(real: Real, params: Params) -> Array:
    """[n] logits by a network that learnt from data/features."""
    network = trained(examples_of(read_dataset()), params.graphsage, params.threads)
    return logits_of(network, examples_for(real, "attempts", 0), np.ones(len(real.programs), bool))


def logits_of(network: GraphSAGE, examples: Examples, asked: Array) -> Array:
    """[n] logits of the programs that are asked for, 0 of the others."""
    logits = np.zeros(len(asked))
    logits[asked] = predict(network, examples, np.flatnonzero(asked)).confidence.numpy()
    return logits


def simple_logits(real: Real, kind: str) -> dict[str, Array]:
    """Name -> [n] logits of simple models that learnt from what the networks did; 0 of programs of other kinds."""
    mine = np.flatnonzero(of_kind(real, kind))
    features, right = pooled(real.graphs, mine), real.right[mine]
    texts = [real.programs[row].code for row in mine]
    found: dict[str, Array] = {}
    for fold in range(FOLDS):
        learn, score = np.searchsorted(mine, taught(real, kind, fold)), np.flatnonzero(real.fold[mine] == fold)
        rows = Rows(learn, score)
        for name, logits in confidence_models(features, token_vectors(texts, rows), right, rows).items():
            found.setdefault(name, np.zeros(len(real.programs)))[mine[score]] = logits
    return found


def judged(real: Real, scores: dict[str, Array]) -> dict[str, Any]:
    """For each set, the figure of each way of scoring, and the difference of the network's to each of the others."""
    source = np.array([program.source for program in real.programs])
    report: dict[str, Any] = {}
    for name in sorted({program.source for program in real.programs if program.source not in CORRECT_ONLY}):
        rows = np.flatnonzero(source == name)
        programs = [real.programs[row] for row in rows]
        resampler = Resampler([program.task for program in programs])
        right, pairs = real.right[rows], pairs_of(programs)
        found = {
            way: resampler.estimate([
                given_pairs_accuracy(score[rows], pairs, resampler.cluster) if len(pairs)
                else within_problem_auroc(score[rows], right, resampler.cluster)
            ])
            for way, score in scores.items()
        }  # fmt: skip
        report[name] = {
            "measure": "pair_accuracy" if len(pairs) else "auroc_within_problem",
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
    return params.model_copy(update={"loss_weights": terms, "epochs": EPOCHS})


def all_scores(real: Real, params: Params) -> dict[str, Array]:
    """Name -> [n], of the networks and of all that they are compared with."""
    plan = [(kind, fold) for kind in KINDS for fold in range(FOLDS)]
    work = [joblib.delayed(sample_logits)(real, params)]
    work += [joblib.delayed(network_logits)(real, kind, fold, params) for kind, fold in plan]
    pool = joblib.Parallel(params.graphsage.jobs, return_as="generator")
    of_sample, *by_fold = track(pool(work), "networks", total=len(work), unit="network")
    simple = [simple_logits(real, kind) for kind in track(KINDS, "baselines", unit="kind")]
    texts, languages = zip(*((program.code, program.language) for program in real.programs), strict=True)
    return {
        "network": np.sum(by_fold, axis=0),
        OF_SAMPLE: of_sample,
        **untrained_scores(texts, languages),
        **{name: np.sum([of_one[name] for of_one in simple], axis=0) for name in simple[0] if name != "constant"},
    }


def main() -> None:
    """Train, judge, print, keep."""
    params = load_params()
    real = read(folder(), params.graphsage.jobs)
    report: dict[str, Any] = {
        "training": settings(params.graphsage).model_dump(),
        "folds": FOLDS,
        "chosen": CHOSEN,
        "kinds": KINDS,
        "sets": judged(real, all_scores(real, params)),
    }
    for name, of_set in report["sets"].items():
        print(f"{name} ({of_set['measure']}, {of_set['programs']} programs, {of_set['tasks']} tasks)")
        for way, figure in of_set["figures"].items():
            print(f"  {way:18} {figure['mean']:.3f} [{figure['low']:.3f}, {figure['high']:.3f}]")
    print(CHOSEN)
    path = RESULTS / f"{date.today().isoformat()}_graphsage_real.json"
    path.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
