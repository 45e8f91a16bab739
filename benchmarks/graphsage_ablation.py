"""What the network over program graphs owes to edges, to each section of features, and to its labels.

    python -m benchmarks.graphsage_ablation

Each variant trains as the pipeline does, on data/features with the parameters of params.yaml, on two seeds, and is
judged on the test problems:

- ``whole``: nothing taken away;
- ``no edges``: units do not hear of each other, so that the convolutions are dense layers and only the readout mixes;
- ``shuffled edges``: each edge leads to some unit of its program, as many edges from every unit as before;
- ``without <section>``: the columns of that section are zero;
- ``shuffled labels``: confidences of the training and validation programs are permuted. Anything but 0.5, within its
  interval, says that the test problems leak into training or that the figures are wrong.

Figures are AUROC within problem, over all executed programs and over those that people wrote, with 95 % intervals by
resampling problems and seeds; beside each the interval of its difference to ``whole``, on the same resamples.
"""

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import numpy.typing as npt
import torch

from benchmarks.export import RESULTS
from codegraft.graphsage.batches import Examples, examples_of
from codegraft.graphsage.evaluate.ranking import within_problem_auroc
from codegraft.graphsage.train import splits_of, train_network
from codegraft.graphsage.validate import predict
from codegraft.params import Params, load_params
from codegraft.programs.dataset import read_dataset
from codegraft.programs.features.schema import FEATURE_NAMES, SECTIONS
from codegraft.programs.labels import MUTANT
from codegraft.progress import track
from codegraft.training.bootstrap import Estimate, Resampler
from codegraft.training.reproducible import set_reproducible

SEEDS = (0, 1)
WHOLE = "whole"
FIGURES = {"all programs": False, "programs of people": True}

Array = npt.NDArray[Any]
Variant = Callable[[Examples, np.random.Generator], Examples]


def whole(examples: Examples, _: np.random.Generator) -> Examples:
    """As they are."""
    return examples


def no_edges(examples: Examples, _: np.random.Generator) -> Examples:
    """No edge in any graph."""
    graphs = examples.graphs
    none = {name: getattr(graphs, name)[..., :0] for name in ("edge_index", "edge_type")}
    return replace(examples, graphs=replace(graphs, **none, edge_offset=np.zeros_like(graphs.edge_offset)))


def shuffled_edges(examples: Examples, generator: np.random.Generator) -> Examples:
    """Every edge from where it was to a random unit of its graph."""
    graphs = examples.graphs
    units = np.repeat(np.diff(graphs.node_offset), np.diff(graphs.edge_offset))
    targets = generator.integers(0, units, dtype=graphs.edge_index.dtype)
    return replace(examples, graphs=replace(graphs, edge_index=np.stack([graphs.edge_index[0], targets])))


def without(section: str) -> Variant:
    """Zero in the columns of a section."""
    dropped = np.array([name.split(".")[0] == section for name in FEATURE_NAMES])

    def variant(examples: Examples, _: np.random.Generator) -> Examples:
        graphs = examples.graphs
        value = np.where(dropped[graphs.column], np.float32(0), graphs.value)
        return replace(examples, graphs=replace(graphs, value=value))

    return variant


def shuffled_labels(examples: Examples, generator: np.random.Generator) -> Examples:
    """Confidences exchanged among the programs that are not for testing."""
    labels = examples.labels
    known = labels.has_confidence.numpy() & (np.asarray(examples.rows["split"]) != "test")
    confidence = labels.confidence.numpy().copy()
    confidence[known] = generator.permutation(confidence[known])
    return replace(examples, labels=replace(labels, confidence=torch.from_numpy(confidence)))


VARIANTS: dict[str, Variant] = {
    WHOLE: whole,
    "no edges": no_edges,
    "shuffled edges": shuffled_edges,
    **{f"without {section}": without(section) for section in SECTIONS},
    "shuffled labels": shuffled_labels,
}


def judged_rows(examples: Examples) -> Array:
    """Executed programs of the test split."""
    tried = examples.split("test").programs
    return tried[examples.labels.has_confidence.numpy()[tried]]


def trained_logits(examples: Examples, variant: str, seed: int, params: Params) -> Array:
    """Confidence logits of ``judged_rows`` by a network that was trained on a variant."""
    set_reproducible(seed, params.threads)
    changed = VARIANTS[variant](examples, np.random.default_rng(seed))
    with tempfile.TemporaryDirectory() as scratch:
        state = train_network(changed, splits_of(changed), params.graphsage, seed, Path(scratch), torch.device("cpu"))
    logits: Array = predict(state.model, changed, judged_rows(examples)).confidence.double().numpy()
    return logits


def judged(examples: Examples, logits: dict[str, Sequence[Array]]) -> dict[str, dict[str, dict[str, Estimate]]]:
    """Every variant: programs counted -> figure and its difference to the whole."""
    rows = examples.rows.take(judged_rows(examples))
    right = rows["confidence"].to_numpy() == 1.0
    mutant = np.asarray(rows["origin"]) == MUTANT
    found: dict[str, dict[str, dict[str, Estimate]]] = {variant: {} for variant in logits}
    for name, people_only in FIGURES.items():
        kept = ~mutant if people_only else np.ones_like(mutant)
        resampler = Resampler(np.asarray(rows["problem"])[kept])
        for variant, by_seed in logits.items():
            statistics = [within_problem_auroc(scores[kept], right[kept], resampler.cluster) for scores in by_seed]
            found[variant][name] = {"auroc_within_problem": resampler.estimate(statistics)}
        for of_variant in found.values():
            whole_figure = found[WHOLE][name]["auroc_within_problem"]
            of_variant[name]["minus_whole"] = of_variant[name]["auroc_within_problem"] - whole_figure
    return found


def main() -> None:
    """Train, judge, print, keep."""
    params, examples = load_params(), examples_of(read_dataset())
    plan = [(variant, seed) for variant in VARIANTS for seed in SEEDS]
    work = (joblib.delayed(trained_logits)(examples, variant, seed, params) for variant, seed in plan)
    pool = joblib.Parallel(params.graphsage.jobs, return_as="generator")
    results = list(track(pool(work), "ablation", total=len(plan), unit="network"))
    logits = {
        variant: [scores for (name, _), scores in zip(plan, results, strict=True) if name == variant]
        for variant in VARIANTS
    }
    report: dict[str, Any] = {"seeds": list(SEEDS), "graphsage": params.graphsage.model_dump(), "variants": {}}
    for variant, figures in judged(examples, logits).items():
        table = {
            name: {key: estimate.interval() for key, estimate in of_name.items()} for name, of_name in figures.items()
        }
        report["variants"][variant] = table
        said = table["all programs"]
        print(
            f"{variant:24}",
            *(f"{key} {value['mean']:.3f} [{value['low']:.3f}, {value['high']:.3f}]" for key, value in said.items()),
        )
    path = RESULTS / f"{date.today().isoformat()}_graphsage_ablation.json"
    path.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
