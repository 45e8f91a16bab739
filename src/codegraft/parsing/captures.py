"""What each capture of a query means, as codes that the columns hold."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from codegraft.parsing.languages import LANGUAGES
from codegraft.parsing.vocabulary import DETAILS, KINDS, MARKS, ROLES, SCOPES, TEXTS

NONE: Final = -1
"""Code of "no such thing" in every column."""


@dataclass(frozen=True)
class Capture:
    """One capture name of a query, and its meaning: ``family`` says which, ``code`` and ``detail`` what."""

    name: str
    family: str
    code: int
    detail: int = 0


@cache
def captures_of(language: str) -> tuple[Capture, ...]:
    """Captures of a language's query, in order of first appearance, which is their precedence."""
    query = LANGUAGES[language].query
    return tuple(_capture(query.capture_name(index)) for index in range(query.capture_count))


@cache
def syntax_types(language: str) -> tuple[str, ...]:
    """Names of the grammar's node types by their number."""
    grammar = LANGUAGES[language].grammar
    names = [grammar.node_kind_for_id(number) or "" for number in range(grammar.node_kind_count)]
    return (*names, "ERROR")


def _capture(name: str) -> Capture:
    for family, names in (("role", ROLES), ("text", TEXTS), ("scope", SCOPES), ("mark", MARKS)):
        if name in names:
            return Capture(name, family, names.index(name))
    kind, _, detail = name.partition(".")
    return Capture(name, "kind", KINDS.index(kind), DETAILS.index(detail))
