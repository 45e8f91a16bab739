"""Columns of strings as numbers that do not depend on the order of rows."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.errors import KnowledgeGraphError

Codes = npt.NDArray[np.int64]

_LISTED: Final = 3
"""How many offending ids an error message names."""

_SEPARATOR: Final = "\0"
"""Stands in no path and in no repository's name."""


def encode(*columns: pa.ChunkedArray) -> tuple[pa.Array, list[Codes]]:
    """The sorted strings that occur in the columns, and for each column the place of each row's string among them."""
    encoded = [column.combine_chunks().dictionary_encode() for column in columns]
    words = [pc.unique(column).cast(pa.string()) for column in encoded]
    vocabulary = pc.unique(pa.chunked_array(words, pa.string()))
    vocabulary = vocabulary.take(pc.sort_indices(vocabulary))
    return vocabulary, [rows_of(column, vocabulary) for column in encoded]


def rows_of(values: Any, vocabulary: Any) -> Codes:
    """The row of each value in a column of different strings, -1 where it is not there."""
    encoded = values.dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.unify_dictionaries().combine_chunks()
    found = pc.index_in(encoded.dictionary, value_set=vocabulary)
    row_of_word: Codes = pc.fill_null(found, -1).to_numpy(zero_copy_only=False).astype(np.int64)
    rows: Codes = row_of_word[encoded.indices.to_numpy()]
    return rows


def entity_rows(ids: pa.Array, entities: pa.Table) -> Codes:
    """The row of each id in the table of entities.

    Raises:
        KnowledgeGraphError: an id is not there.
    """
    rows = rows_of(ids, entities["id"])
    missing = ids.filter(pa.array(rows < 0)).to_pylist()
    if missing:
        raise KnowledgeGraphError(
            f"triples name {len(missing)} entities that the table of entities lacks, such as "
            f"{', '.join(missing[:_LISTED])}: build both together (`dvc repro build_kg`)"
        )
    return rows


def file_keys(table: pa.Table) -> pa.ChunkedArray:
    """``repository`` and ``file`` of each row as one string; empty where there is no file."""
    repository, file = (table[name].cast(pa.string()) for name in ("repository", "file"))
    keys = pc.binary_join_element_wise(repository, file, _SEPARATOR)
    return pc.if_else(pc.equal(file, ""), "", keys)


def file_key(repository: str, file: str) -> str:
    """The string that :func:`file_keys` gives for a file."""
    return f"{repository}{_SEPARATOR}{file}"
