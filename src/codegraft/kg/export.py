"""The knowledge graph as text: TSV for PyKEEN, JSON Lines, GraphML.

Each row of a table is joined from pieces, some constant and some a column, by Arrow and a batch at a time. Strings are
escaped once for each distinct value, which is also what memory grows with.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.errors import KnowledgeGraphError
from codegraft.files import atomic_write
from codegraft.kg.store import WORDS, KnowledgeGraph

Form = Literal["tsv", "jsonl", "graphml"]

_BATCH_ROWS: Final = 1 << 14


@dataclass(frozen=True)
class _Column:
    """A piece of a row that differs from row to row."""

    name: str


Piece = str | _Column
Part = bytes | memoryview

_TEXT: Final = pa.large_string()
_NEEDS_QUOTES: Final = re.compile('["\t\r\n\ufeff]')
_NO_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\\(?=u)")
_XML_ENTITIES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def export_kg(kg: KnowledgeGraph, path: str | Path, form: Form) -> None:
    """Write a graph as text; equal graphs give equal bytes.

    Args:
        kg: the graph; what :func:`~codegraft.kg.load.load_kg` selects or derives is what gets written.
        path: the file, which appears whole or not at all.
        form: ``tsv``: head, relation and tail of each triple without a header, as PyKEEN reads it. An id with a tab, a
            line's end or a quote is quoted as in CSV, so that each triple comes back as it was.
            ``jsonl``: each triple with everything that is said of it, as an object in ASCII on a line of its own.
            ``graphml``: entities as nodes, triples as edges, both with all of their columns. Characters that XML
            cannot hold are written as ``\\u0001``, and so is a backslash before ``u``, which makes this reversible.

    Raises:
        KnowledgeGraphError: the form is unknown, or the file cannot be written.
    """
    if form not in get_args(Form):
        raise KnowledgeGraphError(f"form {form!r} is unknown; it is one of {', '.join(get_args(Form))}")
    parts = {"tsv": _tsv, "jsonl": _jsonl, "graphml": _graphml}[form](kg)
    try:
        with atomic_write(path) as temporary, temporary.open("wb") as file:
            for part in parts:
                file.write(part)
    except OSError as error:
        raise KnowledgeGraphError(f"{path}: cannot be written ({error}); nothing was left there") from None


def _tsv(kg: KnowledgeGraph) -> Iterator[Part]:
    row = (_Column("head"), "\t", _Column("relation"), "\t", _Column("tail"), "\n")
    yield from _rows(kg.triples, row, _csv_field)


def _jsonl(kg: KnowledgeGraph) -> Iterator[Part]:
    row: list[Piece] = []
    for name in kg.triples.column_names:
        row += [f'{"," if row else "{"}"{name}":', _Column(name)]
    yield from _rows(kg.triples, [*row, "}\n"], json.dumps)


def _graphml(kg: KnowledgeGraph) -> Iterator[Part]:
    nodes, edges = kg.entities.drop_columns("id"), kg.triples.drop_columns(["head", "head_type", "tail", "tail_type"])
    node = ('<node id="', _Column("id"), '">', *_data_elements(nodes, "node"), "</node>\n")
    ends = ('<edge source="', _Column("head"), '" target="', _Column("tail"), '">')
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield (_key_elements(nodes, "node") + _key_elements(edges, "edge")).encode()
    yield b'<graph edgedefault="directed">\n'
    yield from _rows(kg.entities, node, _xml_text)
    yield from _rows(kg.triples, (*ends, *_data_elements(edges, "edge"), "</edge>\n"), _xml_text)
    yield b"</graph>\n</graphml>\n"


def _key_elements(table: pa.Table, of: str) -> str:
    """The declarations of the columns that nodes or edges carry."""
    types = {field.name: "int" if field.type == pa.int32() else "string" for field in table.schema}
    return "".join(
        f'<key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{type_}"/>\n' for name, type_ in types.items()
    )


def _data_elements(table: pa.Table, of: str) -> Iterator[Piece]:
    for name in table.column_names:
        yield from (f'<data key="{of}_{name}">', _Column(name), "</data>")


def _rows(table: pa.Table, pieces: Iterable[Piece], escaped: Callable[[str], str]) -> Iterator[Part]:
    """The text of the rows, some thousand at a time: their pieces one after the other."""
    pieces = tuple(pieces)
    names = sorted({piece.name for piece in pieces if isinstance(piece, _Column)})
    texts = pa.table({name: _escape(table[name].chunk(0), escaped) for name in names})
    for batch in texts.to_batches(max_chunksize=_BATCH_ROWS):
        columns = {name: batch[name].cast(_TEXT) for name in names}
        parts = (columns[piece.name] if isinstance(piece, _Column) else pa.scalar(piece, _TEXT) for piece in pieces)
        yield _joined(pc.binary_join_element_wise(*parts, pa.scalar("", _TEXT)))


def _escape(array: pa.Array, escaped: Callable[[str], str]) -> pa.Array:
    """The column with its strings escaped; numbers as they are."""
    if array.type == WORDS:
        return pa.DictionaryArray.from_arrays(array.indices, _escape(array.dictionary, escaped))
    if array.type == pa.int32():
        return array
    return pa.array([escaped(value) for value in array.to_pylist()], array.type)


def _joined(strings: pa.Array) -> memoryview:
    """All strings one after the other, which is how Arrow holds them."""
    _, offsets, content = strings.buffers()
    return memoryview(content)[: np.frombuffer(offsets, np.int64)[len(strings)]]


def _csv_field(text: str) -> str:
    # Readers drop a byte order mark that starts a file, unless it is quoted.
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def _xml_text(text: str) -> str:
    """Text for an element or a quoted attribute; readers turn bare white space of an attribute into blanks."""
    return _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text).translate(_XML_ENTITIES)
