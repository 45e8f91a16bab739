"""What the linker owes to each of its parts, and what changing the reader's training did.

    python -m benchmarks.graphmer_linker --output linker.json

Every variant is trained as the stage ``train_linker`` does, on its seeds, and is asked what ``evaluate_graphmer`` asks
about repositories that no training saw.
The figure is the MRR of hidden tails of semantic relations, beside that of both ends and all relations; differences to
the whole linker are paired by question and seed, and their intervals resample repositories and seeds.

- ``without counts``, ``names``, ``types``, ``neighbours``, ``reader``: the weights are fitted without that evidence;
- ``reader without code``, ``leaves``: the reader never saw it;
- ``reader at 3e-3``: the learning rate that was tried first;
- ``one weight for all relations``: the penalty on relations' own weights is so high that there are none.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import joblib
import numpy as np

from benchmarks.export import RESULTS
from codegraft.files import write_json
from codegraft.graphmer.chains.shards import read_chains
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.evaluation.link_figures import Asked, estimates
from codegraft.graphmer.evaluation.link_prediction import draw, ranks_of
from codegraft.graphmer.evaluation.ranking import measures_of
from codegraft.graphmer.evaluation.tasks import INDUCTIVE
from codegraft.graphmer.evaluation.verdicts import GROUP
from codegraft.graphmer.linking.evidence import EVIDENCE
from codegraft.graphmer.linking.linker import FEATURES, Features, Linked, ReaderScores, fit_weights, fitting_rivals
from codegraft.graphmer.linking.reader import ReaderConfig
from codegraft.graphmer.linking.train import LinkTask
from codegraft.graphmer.linking.train_reader import train_reader
from codegraft.kg.ontology import load_ontology
from codegraft.kg.splits.table import read_splits
from codegraft.kg.store import read_kg
from codegraft.params import Linker, load_params, override

WHOLE: Final = "whole"

WITHOUT: Final = {
    "without counts": EVIDENCE[:6],
    "without names": ("name", "parent", "child"),
    "without types": ("type",),
    "without neighbours": ("alike", "neighbours"),
    "without reader": ("reader",),
}
"""Variants that leave features out."""

READERS: Final[Mapping[str, dict[str, Any]]] = {
    WHOLE: {},
    "reader without code": {"use_code": False},
    "reader without leaves": {"use_leaves": False},
    "reader at 3e-3": {"lr": 3.0e-3},
}
"""Variants that train a reader of their own: what it reads, or how it is trained."""

UNSHARED: Final = "one weight for all relations"

Measures = dict[str, np.ndarray[Any, Any]]
"""By setting, what :func:`~codegraft.graphmer.evaluation.ranking.measures_of` makes of ranks."""


def ranked(task: LinkTask, triples: Mapping[str, Any], params: Linker, variant: str, seed: int) -> dict[str, Measures]:
    """Measures of a variant's linker; of the whole one, also of the variants that only weigh otherwise."""
    changes = READERS[variant]
    graph = task.graph
    reads = {name: value for name, value in changes.items() if name.startswith("use_")}
    config = replace(ReaderConfig(task.vocabulary, len(graph.relations), len(graph.types), params.width), **reads)
    trained = override(params, {name: value for name, value in changes.items() if name not in reads})
    reader, _ = train_reader(task.reading, task.parts.learned, config, trained, seed)
    features = Features(task.evidence, ReaderScores(reader, task.reading))
    asked = np.random.default_rng(seed).permutation(task.parts.fitting)[: params.questions]
    rivals = fitting_rivals(features, asked, seed)
    weights = {variant: fit_weights(rivals, len(graph.relations), params.shrinkage)[0]}
    if variant == WHOLE:
        weights[UNSHARED] = fit_weights(rivals, len(graph.relations), 1.0e6)[0]
        for name, left_out in WITHOUT.items():
            silent = rivals.features.copy()
            silent[:, :, [FEATURES.index(one) for one in left_out]] = 0.0
            weights[name] = fit_weights(rivals._replace(features=silent), len(graph.relations), params.shrinkage)[0]
    return {
        name: {
            setting: measures_of(ranks_of(Linked(features, own), graph, rows).rank) for setting, rows in triples.items()
        }
        for name, own in weights.items()
    }


def report_of(asked: Mapping[str, Asked], measures: Mapping[str, Sequence[Measures]]) -> dict[str, Any]:
    """By variant and setting the MRR of semantic tails and of everything, and the differences to the whole."""
    found = {
        name: {setting: estimates(triples, [one[setting] for one in seeds]) for setting, triples in asked.items()}
        for name, seeds in measures.items()
    }
    return {
        name: {
            setting: {
                group: {"mrr": of[group]["mrr"].interval()}
                | (
                    {"minus_whole": (of[group]["mrr"] - found[WHOLE][setting][group]["mrr"]).interval()}
                    if name != WHOLE
                    else {}
                )
                for group in (GROUP, "all")
            }
            for setting, of in settings.items()
        }
        for name, settings in found.items()
    }


def table_of(report: Mapping[str, Any], setting: str) -> list[str]:
    """The variants in a setting as a Markdown table."""
    lines = ["| variant | semantic tails | both ends, all relations |", "|---|---|---|"]
    for name, settings in report.items():
        cells = [_cell(settings[setting][group]) for group in (GROUP, "all")]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def _cell(figures: Mapping[str, Any]) -> str:
    difference = figures.get("minus_whole")
    said = "" if difference is None else " ({mean:+.3f} [{low:+.3f}, {high:+.3f}])".format(**difference)
    return f"{figures['mrr']['mean']:.3f}{said}"


def main() -> None:
    """Train, ask, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_graphmer_linker.json")
    parser.add_argument("--jobs", type=int, default=2, help="linkers at once, each with one thread")
    arguments = parser.parse_args()
    params, splits = load_params(), read_splits()
    task = LinkTask.of(read_kg(), splits, read_chains().chains, CodeTokenizer.load(), load_ontology())
    triples = {INDUCTIVE: draw(task.parts.asked, params.evaluation.questions, params.seed)[INDUCTIVE]}
    asked = {
        setting: Asked.of(task.graph, splits, rows, task.reading.contexts.mentioned(rows))
        for setting, rows in triples.items()
    }
    plan = [(variant, seed) for seed in params.linker.seeds for variant in READERS]
    work = (joblib.delayed(ranked)(task, triples, params.linker, variant, seed) for variant, seed in plan)
    measures: dict[str, list[Measures]] = {}
    for found in joblib.Parallel(arguments.jobs)(work):
        for name, own in found.items():
            measures.setdefault(name, []).append(own)
    report = report_of(asked, measures)
    for setting in asked:
        print(f"\n{setting}\n", *table_of(report, setting), sep="\n")
    write_json(arguments.output, {"linker": params.linker.model_dump(), "variants": report})
    print(f"wrote {arguments.output}")


if __name__ == "__main__":
    main()
