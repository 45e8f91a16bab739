"""Where the import statements of Python and Java text are, and which modules they name.

``import`` is a reserved word in both languages: wherever it stands outside strings and comments there is an import
statement, or an error. So statements are found by their words. A parser would miss some in text that does not parse,
and a statement that is missed gives away the label that it carries.
"""

import re
from typing import Final, NamedTuple

STATEMENT: Final = "\1"
"""Stands for every character of an import statement in an outline."""

_PYTHON: Final = re.compile(
    r"""
    (?P<comment> \#[^\n]* | \x01 )
  | (?P<string>
        \"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+(?:\"""|\\?\Z)
      | '''[^'\\]*+(?:(?:\\.|'(?!''))[^'\\]*+)*+(?:'''|\\?\Z)
      | "(?:[^"\\\n]|\\.)*+"?
      | '(?:[^'\\\n]|\\.)*+'?
    )
  | (?P<statement>
        (?<![\w.])(?:from(?!\w)(?:[\w.\ \t\f]|\\\r?\n)*?(?<!\w))?import(?!\w)
        (?:[\ \t\f]|\\\r?\n)*+
        (?: \((?:\#[^\n]*|[\w\s,.*\\])*+\)? | (?:[^\n;\#\\]|\\.)*+ )
    )
    """,
    re.VERBOSE | re.DOTALL,
)

_JAVA: Final = re.compile(
    r"""
    (?P<comment> //[^\n]* | /\*.*?(?:\*/|\Z) | \x01 )
  | (?P<string>
        \"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+(?:\"""|\\?\Z)
      | "(?:[^"\\\n]|\\.)*+"?
      | '(?:[^'\\\n]|\\.)*+'?
    )
  | (?P<statement> (?<![\w.])import(?!\w)(?:[\w\s.$*]*+;|[^\n;]*+) )
    """,
    re.VERBOSE | re.DOTALL,
)

_SYNTAX: Final = {"python": _PYTHON, "java": _JAVA}

_GLUE: Final = re.compile(r"#[^\n]*|\\\r?\n|[()]")
"""What may stand between the words of a Python import statement and says nothing."""

_JAVA_NAME: Final = re.compile(r"import\s+(?:static\s+)?([\w.$]+)")

_DOMAINS: Final = frozenset({"com", "org", "net", "io", "edu", "gov", "dev", "de", "uk", "fr", "ch", "cn", "ru", "jp"})
"""First parts of Java packages that name no library: the next two do."""


class Outline(NamedTuple):
    """A text, character for character: comments are blanks (their line breaks stay), strings are quotes, import
    statements ``STATEMENT``."""

    text: str
    statements: list[str]


def outline(code: str, language: str) -> Outline:
    """The outline of a text; of a language without rules here, the text itself."""
    statements: list[str] = []

    def covered(match: re.Match[str]) -> str:
        if match.lastgroup == "comment":
            return re.sub(r"[^\n]", " ", match[0])
        if match.lastgroup == "statement":
            statements.append(match[0])
            # A line break at the end, which only text with errors has there, stays one.
            return STATEMENT * len(match[0].rstrip()) + match[0][len(match[0].rstrip()) :]
        return '"' * len(match[0])

    syntax = _SYNTAX.get(language)
    return Outline(syntax.sub(covered, code) if syntax else code, statements)


def modules_of(statement: str, language: str) -> set[str]:
    """What an import statement names.

    Of Python the top-level modules; relative imports, which name the program's own, and ``__future__``, which is a
    switch of the compiler, count as none. Of Java the library: ``java.util``, ``org.apache.commons``, ``org.junit``.
    """
    if language == "java":
        return {java_library(name) for name in _JAVA_NAME.findall(statement)} - {""}
    words = _GLUE.sub(" ", statement)
    origin = re.match(r"from\s*([\w.]*)", words)
    named = [origin[1]] if origin else [piece.strip() for piece in words.removeprefix("import").split(",")]
    found = {match[0] for name in named if (match := re.match(r"[^\W\d]\w*", name))}
    return found - {"__future__"}


def java_library(name: str) -> str:
    """The leading parts of the name of a Java class or package that tell whose code it is.

    ``org.junit.jupiter`` of ``org.junit.jupiter.api.Test``, ``java.util`` of ``java.util.List``; classes begin with a
    capital.
    """
    parts = name.split(".")
    package = parts[: next((place for place, part in enumerate(parts) if part[:1].isupper()), len(parts))]
    return ".".join(package[: 3 if package[:1] and package[0] in _DOMAINS else 2])
