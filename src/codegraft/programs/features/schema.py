"""The 978 columns: their sections, names and documentation, and a hash that says which version of them this is."""

import hashlib
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from codegraft.parsing.nodes import node_kinds
from codegraft.programs.features import columns
from codegraft.programs.features.patterns import HABIT_PAIRS, LOGIC_PAIRS, Members
from codegraft.programs.features.vocabulary import BUILTINS, CLASSES, JAVA_WORDS, KEYWORDS, LIBRARIES, METHODS
from codegraft.programs.features.vocabulary import OPERATORS as OPERATOR_WORDS
from codegraft.programs.features.vocabulary import PUNCTUATION as PUNCTUATION_WORDS

SECTIONS: Final = {
    "identity": 50,
    "structural": 100,
    "complexity": 100,
    "dependency": 150,
    "context": 100,
    "semantic": 200,
    "quality": 100,
    "temporal": 50,
    "statistical": 124,
    "language": 4,
}
"""Width of each section, in their order."""

LINE_BINS: Final = (0, 10, 20, 30, 40, 50, 60, 70, 80, 100)
"""Lengths at which the bins of line lengths begin."""
INDENT_BINS: Final = (0, 1, 4, 5, 8, 9, 13, 17)
"""Blanks at which the bins of indentations begin."""
TOKEN_BINS: Final = (1, 2, 3, 4, 5, 7, 9, 13, 20)
"""Lengths at which the bins of token lengths begin."""

NODE_KINDS: Final = tuple(kind for kind in node_kinds("python") if kind not in ("module", "python2"))
"""Kinds of syntax that have a column; see ``parsing/python_nodes.scm``."""


class Part(NamedTuple):
    """Columns that stand side by side and are computed together."""

    section: str
    docs: dict[str, str]


def _said(members: Members) -> str:
    return members if isinstance(members, str) else " or ".join(members)


def _words(kind: str, words: tuple[str, ...]) -> dict[str, str]:
    return {f"{kind}_{word}": f"tokens {word}, as a count" for word in words}


def _pairs(pairs: dict[str, tuple[Members, Members]]) -> dict[str, str]:
    return {
        f"pair_{name}": f"{_said(first)}, followed by {_said(second)}, as a count"
        for name, (first, second) in pairs.items()
    }


def _bins(what: str, begins: tuple[int, ...], doc: str) -> dict[str, str]:
    ends = (*(str(following - 1) for following in begins[1:]), "more")
    return {f"{what}_{begin}": f"share of {doc} {begin} to {end}" for begin, end in zip(begins, ends, strict=True)}


def _buckets(what: str, number: int, doc: str) -> dict[str, str]:
    return {f"{what}_{bucket}": f"{doc} that fall into hash bucket {bucket}, as a count" for bucket in range(number)}


_OWN: Final = {
    "identity": Part("identity", columns.IDENTITY),
    "name_buckets": Part(
        "identity", _buckets("name", SECTIONS["identity"] - len(columns.IDENTITY), "words of the unit's name")
    ),
    "degrees": Part("structural", columns.DEGREES),
    "nodes": Part("structural", {f"nodes_{kind}": f"nodes of syntax: {kind}, as a count" for kind in NODE_KINDS}),
    "nested_buckets": Part(
        "structural",
        _buckets(
            "nested", SECTIONS["structural"] - len(columns.DEGREES) - len(NODE_KINDS), "pairs of a node and its parent"
        ),
    ),
    "keyword": Part("complexity", _words("keyword", KEYWORDS)),
    "operator": Part("complexity", _words("operator", OPERATOR_WORDS)),
    "complexity": Part("complexity", columns.COMPLEXITY),
    "builtin": Part("dependency", _words("builtin", BUILTINS)),
    "library": Part("dependency", _words("library", LIBRARIES)),
    "import_buckets": Part(
        "dependency",
        _buckets("imported", SECTIONS["dependency"] - len(BUILTINS) - len(LIBRARIES), "parts of imported names"),
    ),
    "context": Part("context", columns.CONTEXT),
    "variable": Part(
        "context", {f"variable_{name}": f"{doc}; of other units the mean" for name, doc in columns.VARIABLE.items()}
    ),
    "method": Part("semantic", _words("method", METHODS)),
    "logic_pairs": Part("semantic", _pairs(LOGIC_PAIRS)),
    "part_buckets": Part("semantic", _buckets("part", 64, "first and last parts of names")),
    "bigram_buckets": Part(
        "semantic", _buckets("bigram", SECTIONS["semantic"] - len(METHODS) - len(LOGIC_PAIRS) - 64, "pairs of tokens")
    ),
    "declaration": Part("quality", _words("declaration", JAVA_WORDS)),
    "habit_pairs": Part("quality", _pairs(HABIT_PAIRS)),
    "quality": Part("quality", columns.QUALITY),
    "eras": Part("temporal", columns.ERAS),
    "history": Part("temporal", {f"history_{name}": doc for name, doc in columns.HISTORY.items()}),
    "punctuation": Part("statistical", _words("punctuation", PUNCTUATION_WORDS)),
    "classes": Part("statistical", {f"tokens_{name}": f"tokens of class {name}, as a count" for name in CLASSES}),
    "class_shares": Part("statistical", {f"share_{name}": f"share of tokens of class {name}" for name in CLASSES}),
    "line_bins": Part("statistical", _bins("line_length", LINE_BINS, "lines with bytes")),
    "indent_bins": Part("statistical", _bins("indent", INDENT_BINS, "lines of code indented by")),
    "token_bins": Part("statistical", _bins("token_length", TOKEN_BINS, "tokens with bytes")),
    "statistics": Part("statistical", columns.STATISTICS),
    "language": Part("language", columns.LANGUAGE),
}

PARTS: Final = _OWN
"""Parts by name, in the order of their columns."""

FEATURE_NAMES: Final = tuple(f"{part.section}.{name}" for part in PARTS.values() for name in part.docs)
"""Name of each column, ``section.what``."""

FEATURE_DOCS: Final = tuple(doc for part in PARTS.values() for doc in part.docs.values())
"""What each column says, in one line."""


def _slices() -> dict[str, slice]:
    found: dict[str, slice] = {}
    begin = 0
    for name, part in PARTS.items():
        found[name] = slice(begin, begin + len(part.docs))
        begin += len(part.docs)
    return found


SLICES: Final = _slices()
"""Columns of each part."""

COUNTS: Final = {
    name: [number for number, doc in enumerate(part.docs.values()) if "as a count" in doc]
    for name, part in PARTS.items()
}
"""Columns of each part that are counts: these are scaled."""

COLUMN: Final = {name: number for number, name in enumerate(FEATURE_NAMES)}
"""Number of each column."""


def section_slices() -> dict[str, slice]:
    """Columns of each section."""
    found: dict[str, slice] = {}
    begin = 0
    for section, width in SECTIONS.items():
        found[section] = slice(begin, begin + width)
        begin += width
    return found


@cache
def schema_hash() -> str:
    """SHA-256 over names, documentation and widths of the columns, and over the source that computes them."""
    digest = hashlib.sha256(repr((SECTIONS, FEATURE_NAMES, FEATURE_DOCS)).encode())
    programs = files("codegraft.programs")
    sources = [entry for folder in (programs, programs / "features") for entry in folder.iterdir()]
    used = [entry for entry in sources if entry.name.endswith((".py", ".scm")) and "_units" in entry.name]
    used += [entry for entry in (programs / "features").iterdir() if entry.name.endswith(".py")]
    for entry in sorted(used, key=lambda entry: entry.name):
        digest.update(entry.name.encode() + b"\0" + entry.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()
