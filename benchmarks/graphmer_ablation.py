"""What the encoder over leafy chains owes to each of its parts, and to its tails.

    python -m benchmarks.graphmer_ablation --output ablation.json

Each variant trains as the pipeline does, on data/chains with section graphmer of params.yaml, on three seeds, and is
judged after its last step: no variant chooses among its evaluations. Variants take turns seed by seed.

- ``whole``: nothing taken away;
- ``no positions``, ``no decay``, ``no relation bias``, ``no H-GAT``: without that part of the encoder;
- ``no leaves``: tails are asked for, but no other triple is to be seen on the code, in training or when judged;
- ``paper mode``: the equations of the paper that the model adapts, which have neither positions nor a relation bias;
- ``shuffled tails``: in training, groups of one relation exchange their tails, so that nothing is left to learn of them
  but how often they come. Where this does as well as ``whole``, it has learned no more than that.

All are asked for the same roots and tails of the held-out windows, which is checked before training. Figures are means
over items, each variant's beside its difference to ``whole``. The difference has two 95 % intervals: ``over_seeds`` by
Student's t over the paired seeds, which knows nothing of how few the judged windows are, and ``over_files_and_seeds``
by resampling held-out files and seeds. Files are drawn, and not repositories, because the default sources hold out one
repository; so neither interval says what another repository would give.
"""

import argparse
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from statistics import fmean
from typing import Any, Final

import joblib
import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq
import torch

from benchmarks.export import RESULTS
from codegraft.errors import ModelError
from codegraft.files import write_json
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.masking import Masked
from codegraft.graphmer.batches.scores import Answers, Scores, scores_of, tally
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.ragged import lengths, offsets_of, places, row_of
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY, WINDOWS_FILE
from codegraft.graphmer.training.evaluate import MASKS, answers_of, score_baselines
from codegraft.graphmer.training.runtime import runtime_of
from codegraft.graphmer.training.task import Task, read_task
from codegraft.graphmer.training.train import train_encoder
from codegraft.params import Graphmer, load_params, override
from codegraft.progress import track
from codegraft.training.bootstrap import Estimate, Resampler, Statistic, share
from codegraft.training.interval import interval
from codegraft.training.reproducible import set_reproducible

SEEDS: Final = (0, 1, 2)
WHOLE: Final = "whole"
ROWS: Final = 2
"""Of a batch that is judged, as in the profile of a CPU."""

MEASURES: Final = Scores._fields[:-2]
SHOWN: Final = {
    "mnm_loss": "MNM loss",
    "mnm_accuracy": "MNM accuracy",
    "mnm_exact": "MNM exact",
    "mlm_loss": "MLM loss",
}
"""Columns of the table."""

Longs = npt.NDArray[np.int64]
ByFile = npt.NDArray[np.float64]
"""[files, 7] sums over the items of each file, as :func:`~codegraft.graphmer.batches.scores.tally` gives them."""


def as_they_are(chains: Chains, _: np.random.Generator) -> Chains:
    """The windows of training, unchanged."""
    return chains


def shuffled_tails(chains: Chains, generator: np.random.Generator) -> Chains:
    """Every group with the tail of a random group of its relation, no tail twice.

    What spells the group's own tail in the code is still masked, so that the code looks as it does to ``whole``.
    """
    source = np.empty(len(chains.relation), np.int64)
    source[np.argsort(chains.relation, kind="stable")] = np.lexsort((generator.random(len(source)), chains.relation))
    return replace(
        chains,
        tail_entity=chains.tail_entity[source],
        shortened=chains.shortened[source],
        tail_offsets=offsets_of(lengths(chains.tail_offsets, source)),
        tail_tokens=chains.tail_tokens[places(chains.tail_offsets, source)],
    )


@dataclass(frozen=True)
class Variant:
    """What is changed.

    Attributes:
        params: of section graphmer.
        windows: of training.
    """

    params: Mapping[str, bool] = field(default_factory=dict)
    windows: Callable[[Chains, np.random.Generator], Chains] = as_they_are


VARIANTS: Final = {
    WHOLE: Variant(),
    "no positions": Variant({"use_positions": False}),
    "no decay": Variant({"use_decay": False}),
    "no relation bias": Variant({"use_rel_attention_bias": False}),
    "no H-GAT": Variant({"use_fusion": False}),
    "no leaves": Variant({"use_leaves": False}),
    "paper mode": Variant({"paper_mode": True, "use_positions": False, "use_rel_attention_bias": False}),
    "shuffled tails": Variant(windows=shuffled_tails),
}


def items_of(task: Task, params: Graphmer) -> Masked:
    """What all variants are asked for on the held-out windows.

    Raises:
        ModelError: a variant is asked for something else than ``whole``, or reads other code.
    """
    masked = {
        name: task.masker(override(params, variant.params), ROWS).mask(task.held_out, MASKS)
        for name, variant in VARIANTS.items()
    }
    of_whole = masked[WHOLE]
    for name, other in masked.items():
        pairs = zip(_asked(of_whole), _asked(other), strict=True)
        if not all(np.array_equal(one, another) for one, another in pairs):
            raise ModelError(f"variant {name!r} is asked for other items than {WHOLE!r}; their scores do not compare")
    return of_whole


def _asked(masked: Masked) -> tuple[npt.NDArray[Any], ...]:
    """Code as it is read, and the roots and groups that are asked for."""
    return masked.tokens, masked.asked, masked.groups[masked.hidden]


def windows_by_file(held_out: Chains, masked: Masked, file: npt.NDArray[Any]) -> dict[str, Longs]:
    """Places of the windows of each file in which a root and a tail are asked for, in the order of names.

    Args:
        held_out: windows.
        masked: what is asked for.
        file: [windows] the name of each one's file.

    Raises:
        ModelError: they are too few to draw from.
    """
    roots = file[row_of(held_out.root_offsets)[masked.asked]]
    tails = file[row_of(held_out.group_offsets)[masked.groups[masked.hidden]]]
    judged = np.intersect1d(roots, tails).tolist()
    if len(judged) < 2:
        raise ModelError(
            f"{len(judged)} held-out files with a masked root and a masked tail, expected two at least: take another "
            "kg.valid_share or more repositories in params.yaml, and run `dvc repro encode_chains`"
        )
    return {name: np.flatnonzero(file == name) for name in judged}


def files_of(held_out: Chains, chains: Path) -> npt.NDArray[Any]:
    """[windows] repository and path of the file of each window."""
    rows = pq.read_table(chains / WINDOWS_FILE, columns=["repository", "file"]).take(held_out.window).to_pydict()
    return np.array([f"{repository}/{file}" for repository, file in zip(rows["repository"], rows["file"], strict=True)])


def score_files(task: Task, params: Graphmer, files: Sequence[Longs], answer: Callable[[Batch], Answers]) -> ByFile:
    """Sums of what ``answer`` says to the windows of each file."""
    masker = task.masker(params, ROWS)
    epochs = (Epoch(task.held_out.select(windows), masker, MASKS) for windows in files)
    return np.array([tally((epoch[number] for number in range(len(epoch))), answer) for epoch in epochs])


def trained_scores(task: Task, params: Graphmer, variant: str, seed: int, files: Sequence[Longs]) -> ByFile:
    """Sums by file of an encoder that was trained as a variant."""
    set_reproducible(seed, 1)
    changed = VARIANTS[variant]
    section = override(params, changed.params)
    learned = replace(task, train=changed.windows(task.train, np.random.default_rng(seed)))
    runtime = runtime_of(torch.device("cpu"), section)
    with tempfile.TemporaryDirectory() as scratch:
        state = train_encoder(learned, section, seed, Path(scratch), runtime)
    objective = runtime.objective(state.module).eval()
    return score_files(task, section, files, lambda batch: answers_of(objective, batch, runtime))


def statistic(by_file: ByFile, measure: str) -> Statistic:
    """A measure over all items of the files that were drawn."""
    items = "roots" if measure.startswith("mlm") else "tails"
    total, number = (by_file[:, Scores._fields.index(name)] for name in (measure, items))
    return share(total, number)


def report_of(scores: Mapping[str, Sequence[ByFile]], files: Sequence[str]) -> dict[str, Any]:
    """Every variant: its scores by seed, and by measure its mean and its difference to ``whole``.

    Args:
        scores: sums by file, by variant, then seed by seed.
        files: names, in the order of the scores.
    """
    resampler = Resampler(files)
    estimates = {
        name: {measure: resampler.estimate([statistic(one, measure) for one in by_seed]) for measure in MEASURES}
        for name, by_seed in scores.items()
    }
    pooled = {name: [scores_of(by_file.sum(axis=0)) for by_file in by_seed] for name, by_seed in scores.items()}
    return {
        name: {
            "seeds": {str(seed): one._asdict() for seed, one in zip(SEEDS, pooled[name], strict=True)},
            **{
                measure: _compared(pooled[name], pooled[WHOLE], measure, of_name[measure] - estimates[WHOLE][measure])
                for measure in MEASURES
            },
        }
        for name, of_name in estimates.items()
    }


def _compared(own: Sequence[Scores], whole: Sequence[Scores], measure: str, difference: Estimate) -> dict[str, Any]:
    values, of_whole = ([getattr(one, measure) for one in by_seed] for by_seed in (own, whole))
    paired = [value - other for value, other in zip(values, of_whole, strict=True)]
    over = {"over_seeds": asdict(interval(paired)), "over_files_and_seeds": difference.interval()}
    return {"mean": fmean(values), "minus_whole": over}


def table_of(report: Mapping[str, Any]) -> list[str]:
    """The variants as a Markdown table; in brackets the difference to ``whole``, over files and seeds."""
    lines = [f"| variant | {' | '.join(SHOWN.values())} |", "|---" * (len(SHOWN) + 1) + "|"]
    for name, figures in report["variants"].items():
        cells = [f"{figures[measure]['mean']:.3f}{_said(name, figures[measure])}" for measure in SHOWN]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    for name, figures in report["baselines"].items():
        lines.append(
            f"| counting: {name.replace('_', ' ')} | {' | '.join(f'{figures[measure]:.3f}' for measure in SHOWN)} |"
        )
    return lines


def _said(name: str, figures: Mapping[str, Any]) -> str:
    if name == WHOLE:
        return ""
    return " ({mean:+.3f} [{low:+.3f}, {high:+.3f}])".format(**figures["minus_whole"]["over_files_and_seeds"])


def main() -> None:
    """Train, judge, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_graphmer_ablation.json")
    parser.add_argument("--steps", type=int, help="of the optimizer; graphmer.steps by default")
    parser.add_argument("--jobs", type=int, default=2, help="trainings at once, each with one thread")
    arguments = parser.parse_args()
    task, section = read_task(), load_params().graphmer
    steps = section.steps if arguments.steps is None else arguments.steps
    # What train_encoder judges and keeps on its way is of no use here: as little of it as can be.
    params = override(section, {"steps": steps, "eval_every": steps, "checkpoint_every": steps, "eval_windows": 20})
    files = windows_by_file(task.held_out, items_of(task, params), files_of(task.held_out, CHAINS_DIRECTORY))
    windows = list(files.values())
    judged = Epoch(task.held_out.select(np.concatenate(windows)), task.masker(params, ROWS), MASKS)
    plan = [(variant, seed) for seed in SEEDS for variant in VARIANTS]
    work = (joblib.delayed(trained_scores)(task, params, variant, seed, windows) for variant, seed in plan)
    pool = joblib.Parallel(arguments.jobs, return_as="generator")
    found = dict(zip(plan, track(pool(work), "ablation", total=len(plan), unit="encoder"), strict=True))
    scores = {variant: [found[variant, seed] for seed in SEEDS] for variant in VARIANTS}
    report = {
        "graphmer": params.model_dump(exclude={"seeds", "eval_every", "eval_windows", "checkpoint_every"}),
        "held_out": {"files": len(files), "windows": sum(map(len, windows))},
        "baselines": {name: one._asdict() for name, one in score_baselines(task, judged).items()},
        "variants": report_of(scores, list(files)),
    }
    print("\n".join(table_of(report)))
    write_json(arguments.output, report)
    print(f"wrote {arguments.output}")


if __name__ == "__main__":
    main()
