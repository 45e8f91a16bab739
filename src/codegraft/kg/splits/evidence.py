"""What it takes to know a triple: sight of the text, or resolution of names."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.splits.string_codes import encode, entity_rows, file_keys, rows_of

EVIDENCE: Final = ("syntactic", "semantic")
"""syntactic: a parser sees the triple where it is said; semantic: names or values have to be followed."""


def relation_evidence(triples: pa.Table, entities: pa.Table, evidence: Mapping[str, str]) -> npt.NDArray[np.int8]:
    """Tag each triple: int8 [t] codes of ``EVIDENCE``.

    A triple of a semantic relation is semantic wherever its ends stand: that a callee is defined in the same file does
    not say which of the definitions in scope its name means. A triple of a syntactic relation is syntactic as long as
    each end that a file defines is defined in the file that says it. So ``class A(B)`` is syntactic where the same
    file defines ``B``, and semantic where ``B`` was imported: its header names something, and only imports tell what.
    A name from outside has no definition to look for, so the text that names it is enough. An inferred triple is
    always semantic.

    Args:
        triples: columns head, relation, tail, resolution, repository, file.
        entities: columns id, repository, file.
        evidence: relation -> member of ``EVIDENCE``.

    Raises:
        KnowledgeGraphError: a relation of the triples is not in ``evidence``, or an end is not in ``entities``.
    """
    nowhere = pa.chunked_array([[""]], pa.string())
    _, (said_in, defined_in, _) = encode(file_keys(triples), file_keys(entities), nowhere)
    seen = _is_syntactic(triples["relation"], evidence)
    seen &= rows_of(triples["resolution"], pa.array(["inferred"])) < 0
    for end in ("head", "tail"):
        home = defined_in[entity_rows(triples[end], entities)]
        seen &= (home == said_in) | (home == 0)
    return np.where(seen, 0, 1).astype(np.int8)


def _is_syntactic(relation: pa.ChunkedArray, evidence: Mapping[str, str]) -> npt.NDArray[np.bool_]:
    names, (code,) = encode(relation)
    unknown = [name for name in names.to_pylist() if evidence.get(name) not in EVIDENCE]
    if unknown:
        raise KnowledgeGraphError(
            f"relations {', '.join(unknown)}: whether they are syntactic or semantic is not said; "
            "give each its evidence in the ontology"
        )
    syntactic = np.array([evidence[name] == EVIDENCE[0] for name in names.to_pylist()], bool)
    flags: npt.NDArray[np.bool_] = syntactic[code]
    return flags
