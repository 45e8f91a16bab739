"""Functions and methods of a file, each apart from what documents it.

Python documents a function by the string that its body begins with, Java by the ``/** comment */`` in front of it. No
documentation stays in the code, neither that of the function nor that of what is defined inside of it: what is to be
found by it must not hold it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

import tree_sitter

from codegraft.graphmer.search.documentation import docstring_paragraph, javadoc_paragraph
from codegraft.parsing.captured import MAX_DEPTH, excess
from codegraft.parsing.languages import LANGUAGES

_QUERIES: Final[Mapping[str, str]] = {
    "python": """
        [(function_definition) (class_definition)] @definition
        (block . (expression_statement . (string) @documentation .))
    """,
    "java": """
        [
          (method_declaration) (constructor_declaration) (compact_constructor_declaration)
          (annotation_type_element_declaration) (class_declaration) (interface_declaration) (enum_declaration)
          (record_declaration) (annotation_type_declaration)
        ] @definition
        ((block_comment) @documentation (#match? @documentation "^/[*][*]"))
        (package_declaration [(identifier) (scoped_identifier)] @package)
    """,
}

_FUNCTIONS: Final = frozenset(
    {
        *("function_definition", "method_declaration", "constructor_declaration", "compact_constructor_declaration"),
        "annotation_type_element_declaration",
    }
)

Span = tuple[int, int]
"""First byte, and the byte after the last."""


class Function(NamedTuple):
    """A function or method.

    Attributes:
        name: its own.
        scope: what it is defined in, dotted: ``Class`` or ``outer``, in Java with the package; Python's module is not
            part of it.
        line_start, line_end: lines from 1, decorators and annotations included.
        signature: all before the body, in one line.
        parameters: as they are written, in brackets.
        body: without documentation; empty where there is none.
        documentation: its first paragraph, in one line; empty where there is none.
    """

    name: str
    scope: str
    line_start: int
    line_end: int
    signature: str
    parameters: str
    body: str
    documentation: str


def functions_of(text: bytes, language: str) -> list[Function]:
    """The functions of a file in UTF-8, in document order. Never fails: what cannot be parsed defines nothing."""
    root = LANGUAGES[language].parse(text).root_node
    _, too_broken = excess(root)
    if too_broken:
        return []
    cursor = tree_sitter.QueryCursor(_query(language))
    cursor.set_max_start_depth(MAX_DEPTH)
    found = cursor.captures(root)
    definitions = sorted(found.get("definition", []), key=lambda node: (node.start_byte, -node.end_byte))
    documentation = sorted(found.get("documentation", []), key=lambda node: node.start_byte)
    read = _documented_python if language == "python" else _documented_java
    paragraphs, spans = read(definitions, documentation)
    package = "".join(_text(text, node, []) for node in found.get("package", [])[:1])
    return list(_functions(text, definitions, paragraphs, spans, package))


@cache
def _query(language: str) -> tree_sitter.Query:
    return tree_sitter.Query(LANGUAGES[language].grammar, _QUERIES[language])


def _functions(
    text: bytes, definitions: list[tree_sitter.Node], paragraphs: dict[int, str], spans: list[Span], package: str
) -> Iterator[Function]:
    """Functions among definitions in document order; ``paragraphs`` are by the first byte of what they document."""
    around: list[tuple[int, str]] = [(len(text) + 1, package)] if package else []
    for node in definitions:
        name = node.child_by_field_name("name")
        if name is None or name.end_byte == name.start_byte:
            continue
        while around and around[-1][0] <= node.start_byte:
            around.pop()
        own = _text(text, name, spans)
        if node.type in _FUNCTIONS:
            yield _function(text, node, own, ".".join(outer for _, outer in around), paragraphs, spans)
        around.append((node.end_byte, own))


def _function(
    text: bytes, node: tree_sitter.Node, name: str, scope: str, paragraphs: dict[int, str], spans: list[Span]
) -> Function:
    whole = node.parent if node.parent is not None and node.parent.type == "decorated_definition" else node
    body, parameters = node.child_by_field_name("body"), node.child_by_field_name("parameters")
    result = node.child_by_field_name("return_type")  # Python's; what follows may be a comment
    last = result or parameters if node.type == "function_definition" else None
    head_end = node.end_byte if body is None else body.start_byte if last is None else last.end_byte
    return Function(
        name=name,
        scope=scope,
        line_start=whole.start_point.row + 1,
        line_end=node.end_point.row + 1,
        signature=" ".join(_without((whole.start_byte, head_end), text, spans).split()).rstrip("{:; "),
        parameters="" if parameters is None else _text(text, parameters, spans),
        body="" if body is None else _text(text, body, spans),
        documentation=paragraphs.get(node.start_byte, ""),
    )


def _documented_python(
    definitions: list[tree_sitter.Node], strings: list[tree_sitter.Node]
) -> tuple[dict[int, str], list[Span]]:
    """Documentation of definitions by their first byte, and where all of it stands."""
    paragraphs: dict[int, str] = {}
    spans: list[Span] = []
    starts = {node.id: node.start_byte for node in definitions}
    for string in strings:
        statement = string.parent
        block = statement.parent if statement is not None else None
        owner = block.parent if block is not None else None
        if owner is not None and owner.id in starts and string.text is not None:
            paragraphs[starts[owner.id]] = docstring_paragraph(string.text.decode())
            spans.append((string.start_byte, string.end_byte))
    return paragraphs, spans


def _documented_java(
    definitions: list[tree_sitter.Node], comments: list[tree_sitter.Node]
) -> tuple[dict[int, str], list[Span]]:
    """As :func:`_documented_python`; every documentation comment is left out of the code, whatever it is about."""
    following = {
        after.start_byte: comment.text.decode()
        for comment in comments
        if (after := comment.next_named_sibling) is not None and comment.text is not None
    }
    starts = {node.start_byte for node in definitions}
    paragraphs = {start: javadoc_paragraph(text) for start, text in following.items() if start in starts}
    return paragraphs, [(comment.start_byte, comment.end_byte) for comment in comments]


def _text(text: bytes, node: tree_sitter.Node, spans: list[Span]) -> str:
    return _without((node.start_byte, node.end_byte), text, spans)


def _without(span: Span, text: bytes, left_out: list[Span]) -> str:
    """A piece of the text without the spans in it; these are sorted and apart."""
    place, end = span
    pieces = []
    for start, stop in left_out[bisect_left(left_out, (place, place)) :]:
        if start >= end:
            break
        pieces.append(text[place:start])
        place = stop
    return b"".join((*pieces, text[place:end])).decode()
