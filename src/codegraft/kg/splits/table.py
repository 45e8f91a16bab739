"""All splits of a graph as one table, row by row beside its triples, each audited before anybody sees it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, get_args

import pyarrow as pa
import pyarrow.parquet as pq

from codegraft.errors import KnowledgeGraphError
from codegraft.files import atomic_write
from codegraft.kg.ontology import Ontology
from codegraft.kg.splits.evidence import EVIDENCE, relation_evidence
from codegraft.kg.splits.leaks import audit_split
from codegraft.kg.splits.model import Kind, Part
from codegraft.kg.splits.split import split_kg
from codegraft.kg.store import KG_DIRECTORY, MANIFEST_FILE, TRIPLES_FILE, KnowledgeGraph, read_manifest
from codegraft.params import Kg
from codegraft.renamed_copies import copies

SPLITS_FILE: Final = "splits.parquet"

TRIPLES_DIGEST: Final = "triples_sha256"
"""Key in the schema's metadata: the bytes of the triples whose rows these are."""

_DIVIDE: Final = "make them again: `dvc repro build_kg`"

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
    files = zip(sources["repository"].to_pylist(), sources["path"].to_pylist(), strict=True)
    texts = zip(files, (text.as_py() for text in sources["text"]), strict=True)
    clusters = copies(texts, threshold=params.near_duplicates)
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


def write_splits(directory: str | Path, splits: pa.Table, triples_sha256: str) -> None:
    """Write splits.parquet beside the triples that have this SHA-256, as ``write_kg`` returns it."""
    marked = splits.replace_schema_metadata({TRIPLES_DIGEST: triples_sha256})
    with atomic_write(Path(directory) / SPLITS_FILE) as temporary:
        pq.write_table(marked, temporary, compression="zstd", write_statistics=False)


def read_splits(directory: str | Path = KG_DIRECTORY) -> pa.Table:
    """The splits that :func:`write_splits` wrote: row by row those of the triples beside them.

    Raises:
        KnowledgeGraphError: a file is missing or damaged, or the splits are of other triples.
    """
    file, manifest = Path(directory) / SPLITS_FILE, read_manifest(Path(directory) / MANIFEST_FILE)
    try:
        splits = pq.read_table(file)
    except (OSError, pa.ArrowException) as error:
        raise KnowledgeGraphError(f"{file}: cannot be read ({error}); {_DIVIDE}") from None
    if (splits.schema.metadata or {}).get(TRIPLES_DIGEST.encode()) != manifest["tables"][TRIPLES_FILE].encode():
        raise KnowledgeGraphError(f"{file}: not the splits of the {TRIPLES_FILE} beside it; {_DIVIDE}")
    return splits
