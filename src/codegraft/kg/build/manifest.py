"""What is known of a graph's making: what was read, what it holds, what the rules say. No clock, no place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from codegraft.kg.build.assemble import Tables
from codegraft.kg.build.partition import Calls, Partition
from codegraft.kg.build.texts import Texts, sources_digest
from codegraft.kg.ontology import Ontology
from codegraft.kg.validate import Report


def describe(
    repositories: Sequence[Texts], partitions: Sequence[Partition], tables: Tables, ontology: Ontology, report: Report
) -> dict[str, Any]:
    """The manifest of a graph; the texts and the partitions may stand in different orders."""
    repositories = sorted(repositories, key=lambda texts: texts.repository)
    partitions = sorted(partitions, key=lambda part: part.repository)
    return {
        "ontology": {"version": ontology.version, "sha256": ontology.digest},
        "sources": {
            "sha256": sources_digest(repositories),
            "files": sum(len(texts.files) for texts in repositories),
            "bytes": sum(len(text) for texts in repositories for _, text in texts.files),
            "by_language": dict(Counter(file.language for texts in repositories for file, _ in texts.files)),
            "repositories": {texts.repository: _repository(texts) for texts in repositories},
            "skipped": [row._asdict() for texts in repositories for row in texts.skipped],
            "problems": [row for part in partitions for row in _problems(part)],
        },
        "triples": _triples(tables.triples, ontology),
        "entities": {
            "total": tables.entities.num_rows,
            "by_type": dict.fromkeys(ontology.types, 0) | count(tables.entities["type"]),
            "by_language": count(tables.entities["language"]),
        },
        "calls": _calls(partitions),
        "not_said": {
            "unresolved_references": _total([part.unresolved for part in partitions]),
            "without_relation": dict(tables.unsaid),
        },
        "validation": {"passed": report.passed, "rules": report.as_json()},
    }


def count(column: pa.ChunkedArray) -> dict[str, int]:
    """How often each word of a column of words occurs."""
    array = column.chunk(0)
    counts = np.bincount(array.indices.to_numpy(), minlength=len(array.dictionary)).tolist()
    return {word: number for word, number in zip(array.dictionary.to_pylist(), counts, strict=True) if number}


def _repository(texts: Texts) -> dict[str, Any]:
    return {
        "version": texts.version,
        "licence": texts.licence,
        "files": len(texts.files),
        "bytes": sum(len(text) for _, text in texts.files),
    }


def _problems(part: Partition) -> list[dict[str, Any]]:
    return [
        {"repository": part.repository, "path": file.path, "problems": [*file.problems]}
        for file in part.files
        if file.problems
    ]


def _triples(triples: pa.Table, ontology: Ontology) -> dict[str, Any]:
    """Counts of what is stored, and by relation of what is served: derived directions, too."""
    stored = dict.fromkeys(ontology.stored, 0) | count(triples["relation"])
    served = stored | {derived: stored[name] for name, derived in ontology.inverses.items()}
    return {
        "stored": triples.num_rows,
        "served": sum(served.values()),
        "by_relation": served,
        "by_language": count(triples["language"]),
        "by_repository": count(triples["repository"]),
        "by_resolution": count(triples["resolution"]),
        "resolution_by_relation": _by_relation(triples),
    }


def _by_relation(triples: pa.Table) -> dict[str, dict[str, int]]:
    """How many triples of each stored relation are exact, inferred, external."""
    relation, resolution = triples["relation"].chunk(0), triples["resolution"].chunk(0)
    relations, resolutions = relation.dictionary.to_pylist(), resolution.dictionary.to_pylist()
    codes = relation.indices.to_numpy().astype(np.int64) * len(resolutions) + resolution.indices.to_numpy()
    table = np.bincount(codes, minlength=len(relations) * len(resolutions)).reshape(len(relations), -1)
    return {
        name: {word: number for word, number in zip(resolutions, row, strict=True) if number}
        for name, row in zip(relations, table.tolist(), strict=True)
        if any(row)
    }


def _calls(partitions: Sequence[Partition]) -> dict[str, Any]:
    """Call sites by the best that is known of them, with their shares."""
    counts = Calls(*(sum(column) for column in zip(*(part.calls for part in partitions), strict=True)))
    sites = counts.defined + counts.external + counts.unresolved
    shares = {
        "resolved_share": counts.defined,
        "external_share": counts.external,
        "unresolved_share": counts.unresolved,
        "same_file_share": counts.same_file,
    }
    return {"sites": sites, **counts._asdict()} | {
        name: part / sites if sites else 0.0 for name, part in shares.items()
    }


def _total(counts: Sequence[Mapping[str, int]]) -> dict[str, int]:
    names = sorted({name for part in counts for name in part})
    return {name: sum(part.get(name, 0) for part in counts) for name in names}
