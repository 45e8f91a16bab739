"""The languages that we read: file suffixes, grammar, and the query that maps syntax to graph nodes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Final

import tree_sitter
import tree_sitter_java
import tree_sitter_python


@dataclass(frozen=True)
class Language:
    """A programming language with its tree-sitter grammar.

    ``suffixes`` are lower-case file name endings with their dot. Neither a grammar nor a query can be pickled:
    send the name to other processes and look it up in :data:`LANGUAGES` there.
    """

    name: str
    suffixes: tuple[str, ...]
    _load: Callable[[], object] = field(repr=False)

    @cached_property
    def grammar(self) -> tree_sitter.Language:
        """The compiled grammar."""
        return tree_sitter.Language(self._load())

    @cached_property
    def query(self) -> tree_sitter.Query:
        """The compiled query of ``<name>.scm``, whose head explains what each capture means."""
        source = files(__package__).joinpath(f"{self.name}.scm").read_text(encoding="utf-8")
        return tree_sitter.Query(self.grammar, source)

    def parse(self, text: bytes) -> tree_sitter.Tree:
        """Parse UTF-8 text. Never fails: what is not valid code becomes ``ERROR`` and missing nodes."""
        return tree_sitter.Parser(self.grammar).parse(text)


LANGUAGES: Final[dict[str, Language]] = {
    "python": Language("python", (".py",), tree_sitter_python.language),
    "java": Language("java", (".java",), tree_sitter_java.language),
}
"""Every language by its name, which is also the value of the ``language`` column of the sources."""


def language_of(path: str) -> str | None:
    """Name of the language of a POSIX path by its suffix, or ``None`` if we do not read it."""
    suffix = PurePosixPath(path).suffix.lower()
    return next((name for name, language in LANGUAGES.items() if suffix in language.suffixes), None)
