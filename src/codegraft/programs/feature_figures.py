"""What metrics/features.json says of a data set, each figure that is a claim beside what a constant answer reaches."""

from collections import Counter
from typing import Any, Final

import numpy as np
import pyarrow as pa

from codegraft.programs.dataset import Dataset, Featurized, Taught
from codegraft.programs.features.schema import FEATURE_NAMES, section_slices
from codegraft.programs.graph import EDGE_TYPES, UNIT_KINDS
from codegraft.programs.packed import PackedGraphs
from codegraft.programs.problems import SPLITS
from codegraft.programs.survey import Survey
from codegraft.programs.survivors import surviving_share, unsure_operators
from codegraft.programs.vocabulary import bug_mask, indicators

_MOST_FREQUENT: Final = 10


def figures(made: Featurized, labels: pa.Table) -> dict[str, Any]:
    """Counts of graphs, columns and labels; and what is amiss with them.

    Args:
        made: the data set.
        labels: of the programs, in :data:`codegraft.programs.labels.LABELS_SCHEMA`.
    """
    dataset, survey, straddling = made
    unsure = unsure_operators(labels)
    return {
        **column_figures(survey, dataset.programs.graphs),
        "straddling_near_duplicates": straddling,
        "function_mutants": {
            "operators_left_out": sorted(unsure),
            "estimated_equivalent_share": surviving_share(labels, unsure),
        },
        "programs": _graphs(dataset.programs),
        "imports": _graphs(dataset.imports) | _imports(dataset),
        "confidence": _confidence(dataset.programs.rows),
        "bugs": _bugs(dataset),
    }


def column_figures(survey: Survey, programs: PackedGraphs) -> dict[str, Any]:
    """How many columns are not zero somewhere over files of the sources and programs, and how many never change."""
    least, greatest = programs.ranges()
    minimum, maximum = np.minimum(survey.minimum, least), np.maximum(survey.maximum, greatest)
    live = (minimum != 0) | (maximum != 0)
    constant = minimum == maximum
    return {
        "files": survey.files,
        "units": survey.units,
        "functions": len(survey.functions),
        "columns": len(live),
        "live_columns": int(live.sum()),
        "live_by_section": {section: int(live[columns].sum()) for section, columns in section_slices().items()},
        "constant_columns": int(constant.sum()),
        "constant_names": [FEATURE_NAMES[column] for column in np.flatnonzero(constant)],
    }


def _graphs(taught: Taught) -> dict[str, Any]:
    graphs, rows = taught
    return {
        "graphs": len(graphs),
        "by_split": _counts(rows["split"].to_pylist(), SPLITS),
        "by_origin": dict(sorted(Counter(rows["origin"].to_pylist()).items())),
        "nodes": _codes(graphs.kind, UNIT_KINDS),
        "edges": _codes(graphs.edge_type, EDGE_TYPES),
        "values_per_node": len(graphs.value) / max(len(graphs.kind), 1),
    }


def _imports(dataset: Dataset) -> dict[str, Any]:
    """The vocabulary of modules, and how far one gets by always naming its most frequent one."""
    rows, names = dataset.imports.rows, dataset.vocabularies.imports
    known = indicators(rows["imports"].to_pylist(), names)
    any_known, most_frequent = (np.array(columns.any(axis=1)) for columns in (known, known[:, :1]))
    return {
        "vocabulary": len(names),
        "most_frequent": dict(list(names.items())[:_MOST_FREQUENT]),
        "with_known_import": _by_split(rows, any_known),
        "unknown_share": 1.0 - known.sum() / max(sum(map(len, rows["imports"].to_pylist())), 1),
        "baselines": {"most_frequent_accuracy": _by_split(rows, most_frequent)},
    }


def _confidence(rows: pa.Table) -> dict[str, Any]:
    """Programs that pass all their tests, and the share that one gets right by calling all of them the same."""
    labelled = rows.filter(rows["has_confidence"])
    passed = np.array(labelled["confidence"].to_pylist()) == 1.0
    shares = _by_split(labelled, passed)
    return {
        "programs": _counts(labelled["split"].to_pylist(), SPLITS),
        "problems": {split: len(set(_of_split(labelled, split)["problem"].to_pylist())) for split in SPLITS},
        "passed_share": shares,
        "baselines": {"majority": {split: max(share, 1.0 - share) for split, share in shares.items()}},
    }


def _bugs(dataset: Dataset) -> dict[str, Any]:
    """The vocabulary of mistakes, how many graphs of each split carry each, and how many of them are known not to."""
    rows, names = dataset.programs.rows, dataset.vocabularies.bugs
    kinds_known = np.array(rows["knows_kinds"].to_pylist(), bool)
    known = bug_mask(kinds_known, np.array(rows["knows_exceptions"].to_pylist(), bool), names)
    positive = indicators(rows["bugs"].to_pylist(), names) & known
    split = np.array(rows["split"].to_pylist())
    return {
        "vocabulary": len(names),
        "positives": {
            name: {part: int(positive[split == part, column].sum()) for part in SPLITS}
            for column, name in enumerate(names)
        },
        "knows_kinds": _by_split(rows, kinds_known),
        "baselines": {
            "never": {part: 1.0 - positive[split == part].sum() / max(known[split == part].sum(), 1) for part in SPLITS}
        },
    }


def _by_split(rows: pa.Table, holds: np.ndarray[Any, np.dtype[np.bool_]]) -> dict[str, float]:
    """Share of the rows of each split of which something holds."""
    split = np.array(rows["split"].to_pylist())
    return {part: float(holds[split == part].mean()) if (split == part).any() else 0.0 for part in SPLITS}


def _of_split(rows: pa.Table, split: str) -> pa.Table:
    return rows.filter(np.array(rows["split"].to_pylist()) == split)


def _counts(values: list[str], names: tuple[str, ...]) -> dict[str, int]:
    counts = Counter(values)
    return {name: counts[name] for name in names}


def _codes(codes: np.ndarray[Any, np.dtype[np.uint8]], names: tuple[str, ...]) -> dict[str, int]:
    """How often each code occurs, by its name."""
    return dict(zip(names, np.bincount(codes, minlength=len(names)).tolist(), strict=True)) | {"total": len(codes)}
