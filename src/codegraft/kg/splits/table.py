"""All splits of a graph as one table, row by row beside its triples, each audited before anybody sees it."""

from collections.abc import Mapping
from typing import Any, Final, get_args

import pyarrow as pa
import pyarrow.parquet as pq

from codegraft.files import atomic_write
from codegraft.kg.ontology import Ontology
from codegraft.kg.splits.evidence import EVIDENCE, relation_evidence
from codegraft.kg.splits.leaks import audit_split
from codegraft.kg.splits.model import Kind, Part
from codegraft.kg.splits.near_duplicates import near_duplicates
from codegraft.kg.splits.split import split_kg
from codegraft.kg.store import KG_DIRECTORY, KnowledgeGraph
from codegraft.params import Kg

SPLITS_FILE: Final = KG_DIRECTORY / "splits.parquet"

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


def make_splits(
    graph: KnowledgeGraph, sources: pa.Table, ontology: Ontology, params: Kg, seed: int
) -> tuple[pa.Table, dict[str, Any]]:
    """Divide a graph in every way, and audit each.

    Returns:
        A table with a row for each triple, in the same order: a column of part names for each kind of split, and
        ``evidence``, which says whether a parser sees the triple in its file. And the figures of each split.

    Raises:
        KnowledgeGraphError: a split leaks, or the graph is too small for it.
    """
    clusters = near_duplicates(sources, threshold=params.near_duplicates)
    evidence = relation_evidence(graph.triples, graph.entities, ontology.evidence)
    columns = {"evidence": pa.DictionaryArray.from_arrays(pa.array(evidence), pa.array(EVIDENCE))}
    figures: dict[str, Any] = {"near_duplicate_clusters": len(clusters)}
    for kind in KINDS:
        split = split_kg(
            graph.triples,
            graph.entities,
            kind=kind,
            seed=seed,
            test_share=params.test_share,
            valid_share=params.valid_share,
            near_duplicates=clusters,
        )
        report = audit_split(split, graph.triples, graph.entities, clusters, ontology.inverses)
        report.raise_for_leaks()
        name = kind.replace("-", "_")
        columns[name] = pa.DictionaryArray.from_arrays(
            pa.array(split.part), pa.array([part.name.lower() for part in Part])
        )
        figures[name] = _figures(report.as_json())
    return pa.table(columns), figures


def _figures(report: Mapping[str, Any]) -> dict[str, Any]:
    """What reviewers compare of an audit."""
    return {
        "triples": report["triples"],
        "dropped": report["dropped"],
        "leaks": {name: leak["count"] for name, leak in report["leaks"].items()},
    }


def write_splits(splits: pa.Table) -> None:
    """Write data/kg/splits.parquet."""
    with atomic_write(SPLITS_FILE) as temporary:
        pq.write_table(splits, temporary, compression="zstd", write_statistics=False)
