"""The modules that a program imports, and its text without the statements that say so. Python and Java.

imported_modules("import os.path as p", "python")  # ('os',)
without_imports("import os; x = 1", "python")  # 'x = 1'
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from codegraft.programs.import_statements import STATEMENT, modules_of, outline

_WORD: Final = "import"
"""Stands in every import statement of both languages."""

_BLANK: Final = " \t\f\r"

_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+\Z")

_WITHIN: Final = re.compile(
    r"""
    (?P<body> (?<=:)[\ \t]*\x01+(?:[\ \t]*;[\ \t]*\x01+)*[\ \t;]*(?=\r?$) )  # a block in the line of its header
  | (?:[\ \t]*;[\ \t]*\x01+)+[\ \t;]*(?=\r?$)  # the last statements of a line
  | \x01+[\ \t]*;?[\ \t]*
    """,
    re.VERBOSE,
)
"""Import statements of a line that holds others, too, with what parts them from these."""


class _Line(NamedTuple):
    """A line of an outline, which may be several of the text: where it begins and ends, line break included."""

    start: int
    end: int
    text: str

    @property
    def is_import(self) -> bool:
        return STATEMENT in self.text and not self.text.strip(_BLANK + ";" + STATEMENT)

    @property
    def indent(self) -> int:
        text = self.text.rstrip("\r").expandtabs()
        return len(text) - len(text.lstrip())


class _Edit(NamedTuple):
    """Characters of the text and what takes their place."""

    start: int
    end: int
    text: str


def imported_modules(code: str, language: str) -> tuple[str, ...]:
    """Names of the modules that a text imports, anywhere in it, sorted; see ``import_statements.modules_of``."""
    statements = outline(code, language).statements
    return tuple(sorted(set().union(*(modules_of(statement, language) for statement in statements))))


def without_imports(code: str, language: str) -> str:
    """A text as if its import statements had never been written; text that parses still does.

    A line that holds nothing else goes as a whole, its comment included. Python's blocks of nothing but imports become
    ``pass``, however many there were. All else stays as it is, names that were imported, too.
    """
    if _WORD not in code:
        return code
    text = outline(code, language).text
    if STATEMENT not in text:
        return code
    pieces, place = [], 0
    for edit in _edits(_lines(text), language):
        pieces += [code[place : edit.start], edit.text]
        place = edit.end
    return "".join([*pieces, code[place:]])


def _lines(text: str) -> list[_Line]:
    """Lines that are not blank."""
    lines = (_Line(match.start(), match.end(), match[0].removesuffix("\n")) for match in _LINE.finditer(text))
    return [line for line in lines if line.text.strip(_BLANK)]


def _edits(lines: list[_Line], language: str) -> Iterator[_Edit]:
    body_of = ""
    number = 0
    while number < len(lines):
        line = lines[number]
        if not line.is_import:
            yield from _within(line)
            body_of, number = line.text.rstrip(_BLANK), number + 1
            continue
        first, number = number, number + 1
        while number < len(lines) and lines[number].is_import and lines[number].indent == line.indent:
            number += 1
        is_body = language == "python" and body_of.endswith(":")
        is_whole_body = is_body and (number == len(lines) or lines[number].indent < line.indent)
        for place, one in enumerate(lines[first:number]):
            yield _emptied(one) if is_whole_body and place == 0 else _Edit(one.start, one.end, "")
        body_of = "pass" if is_whole_body else body_of


def _emptied(line: _Line) -> _Edit:
    """``pass`` in place of all statements of a line, its comment included."""
    start = line.start + len(line.text) - len(line.text.lstrip())
    end = line.start + len(line.text.rstrip("\r"))
    return _Edit(start, end, "pass")


def _within(line: _Line) -> Iterator[_Edit]:
    """Edits of a line that holds other statements, too."""
    for match in _WITHIN.finditer(line.text):
        yield _Edit(line.start + match.start(), line.start + match.end(), " pass" if match["body"] else "")
