"""Functions as an Arrow table that can be kept: where each is, its words, and its vector."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.search.bags import Bags, Vocabulary
from codegraft.graphmer.search.embedding import Embedding
from codegraft.graphmer.search.fields import FIELDS, FieldBags, documented_fields
from codegraft.graphmer.search.functions import functions_of
from codegraft.symbols.model import SourceFile

_PLACES: Final = {
    **dict.fromkeys(("path", "language", "scope", "name", "signature", "documentation"), pa.string()),
    **dict.fromkeys(("line_start", "line_end"), pa.int32()),
}
_WORDS: Final = {f"{field}_words": pa.list_(pa.string()) for field in FIELDS}
_COUNTS: Final = {f"{field}_counts": pa.list_(pa.float32()) for field in FIELDS}
_VECTOR: Final = "vector"


def table_schema(dimensions: int) -> pa.Schema:
    """Columns of a table whose vectors have so many dimensions."""
    columns = _PLACES | _WORDS | _COUNTS | {_VECTOR: pa.list_(pa.float32(), dimensions)}
    return pa.schema([pa.field(name, kind, nullable=False) for name, kind in columns.items()])


def function_table(
    files: Sequence[tuple[SourceFile, bytes]], embedding: Embedding, tokenizer: CodeTokenizer
) -> pa.Table:
    """The functions of files with their texts, in their order; what documents a function counts as its body."""
    found = [(file, function) for file, text in files for function in functions_of(text, file.language)]
    functions = FieldBags.of(documented_fields(file.path, function) for file, function in found)
    places = {
        **{name: [getattr(file, name) for file, _ in found] for name in ("path", "language")},
        **{name: [getattr(function, name) for _, function in found] for name in list(_PLACES)[2:]},
    }
    vectors = embedding.functions(functions, tokenizer)
    columns = {
        **{name: pa.array(values, _PLACES[name]) for name, values in places.items()},
        **_word_columns(functions),
        _VECTOR: pa.FixedSizeListArray.from_arrays(pa.array(vectors.ravel()), vectors.shape[1]),
    }
    schema = table_schema(vectors.shape[1])
    return pa.table([columns[name] for name in schema.names], schema=schema)


def field_bags(table: pa.Table) -> FieldBags:
    """The words of the functions of a table."""
    columns = [_flat(table[name]) for name in _WORDS]
    vocabulary = pc.unique(pa.concat_arrays([values for _, values in columns]))
    bags = tuple(
        Bags(
            offsets.astype(np.int64),
            pc.index_in(values, value_set=vocabulary).to_numpy().astype(np.int64),
            _flat(table[counts])[1].to_numpy(),
        )
        for (offsets, values), counts in zip(columns, _COUNTS, strict=True)
    )
    return FieldBags(Vocabulary({word: place for place, word in enumerate(vocabulary.to_pylist())}), bags)


def vectors(table: pa.Table) -> npt.NDArray[np.float32]:
    """float32 [n, d]."""
    column = table[_VECTOR]
    values = [chunk.flatten().to_numpy() for chunk in column.chunks]
    return np.concatenate([np.zeros(0, np.float32), *values]).reshape(len(column), column.type.list_size)


def _word_columns(functions: FieldBags) -> dict[str, pa.Array]:
    words = pa.array(list(functions.vocabulary), pa.string())
    columns = {}
    for field, bags in zip(FIELDS, functions.bags, strict=True):
        offsets = pa.array(bags.offsets.astype(np.int32))
        columns[f"{field}_words"] = pa.ListArray.from_arrays(offsets, words.take(pa.array(bags.words)))
        columns[f"{field}_counts"] = pa.ListArray.from_arrays(offsets, pa.array(bags.counts))
    return columns


def _flat(column: pa.ChunkedArray) -> tuple[npt.NDArray[Any], pa.Array]:
    """Offsets [n + 1] and values of lists."""
    whole = column.combine_chunks()
    return np.append(0, np.cumsum(pc.list_value_length(whole).to_numpy())), whole.flatten()
