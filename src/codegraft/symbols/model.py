"""What a repository's code says: its definitions and everything that refers to them, as columns."""

from dataclasses import dataclass
from enum import IntFlag
from typing import Final

import numpy as np
import numpy.typing as npt

NONE: Final = -1
"""No such row."""

Codes = npt.NDArray[np.uint8]
Rows = npt.NDArray[np.int32]

DEFINITION_KINDS: Final = (
    *("module", "class", "interface", "enum", "record", "annotation"),
    *("function", "method", "constructor", "initializer", "lambda"),
    *("attribute", "variable", "parameter"),
)
"""Kinds of definitions. An attribute belongs to a class (a field, or what ``self.x = ...`` makes), a variable to a
module or a function. A Java ``initializer`` is a class's static or instance initialiser."""

REFERENCE_KINDS: Final = (
    *("call", "instantiate", "inherit", "implement", "override", "import", "read", "write"),
    *("type", "return", "raise", "catch", "decorate"),
)
"""Kinds of references, from a definition to what it refers to.

call: runs a function; instantiate: makes an object of a class (its constructor, where one is written, is a call, too);
import: a module of the repository, or an external name; read, write: of an attribute or variable; type: a class named
in an annotation; return: the class of what a function returns; raise, catch: exception classes; decorate: the
decorator or annotation on the source.
"""

RESOLUTIONS: Final = ("exact", "inferred", "external", "unresolved")
"""How a reference was resolved: exact, the text alone says it (scopes, imports, declared types); inferred, values were
followed; external, it leads outside the repository; unresolved, nobody knows: such rows have no target."""


class Flag(IntFlag):
    """Properties of definitions."""

    ASYNC = 1
    GENERATOR = 2
    STATIC = 4
    CLASS_METHOD = 8
    ABSTRACT = 16
    PROPERTY = 32
    DEFAULT = 64
    """A method of a Java interface that has a body."""
    VARIADIC = 128
    PUBLIC = 256
    PROTECTED = 512
    PRIVATE = 1024
    TEST = 2048
    """A test function or method, by its framework's convention."""
    EXCEPTION = 4096
    """A class that is raised: it has an exception among its ancestors."""
    MAIN = 8192
    """A module that runs as a program: a ``__main__`` guard or module, a Java ``main``."""
    LOCAL = 16384
    """Inside a function: nobody outside can name it."""
    PROTOCOL = 32768
    """A Python class that only says what others must have (Protocol, or nothing but abstract methods)."""


@dataclass(frozen=True)
class SourceFile:
    """A file that was read; ``problems`` say why part of it may be missing, as in ``syntax error at line 3``."""

    path: str
    language: str
    sha256: str
    lines: int
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Definitions:
    """One row a definition, by file, in document order; the first of each file is its module.

    Attributes:
        kind: [d] codes of ``DEFINITION_KINDS``.
        flags: [d] bits of ``Flag``.
        owner: [d] the definition around it, -1 for modules.
        file: [d] row of the file.
        start, end: [d] bytes in the file's UTF-8 text, the whole definition.
        line_start, line_end: [d] lines, from 1.
        name: [d] own name, such as ``join``; of a module its last part; ``<lambda1>`` counts within the owner.
        qualified: [d] dotted name from the package root, such as ``package.module.Class.method``; Java methods carry
            their erased parameter types, ``a.b.Outer.Inner:name(int,String)``. May repeat where code defines twice.
        signature: [d] of functions the parameters as far as overriding cares, else empty.
    """

    kind: Codes
    flags: npt.NDArray[np.uint16]
    owner: Rows
    file: Rows
    start: Rows
    end: Rows
    line_start: Rows
    line_end: Rows
    name: tuple[str, ...]
    qualified: tuple[str, ...]
    signature: tuple[str, ...]


@dataclass(frozen=True)
class References:
    """One row for each thing that something refers to, sorted by (file, start, end, kind, target, external).

    Attributes:
        kind: [r] codes of ``REFERENCE_KINDS``.
        resolution: [r] codes of ``RESOLUTIONS``.
        source: [r] the definition that refers: the innermost module, class, function or lambda around the place.
        target: [r] the definition that is meant, or -1.
        external: [r] row of ``externals``, or -1. One of the two is -1, both are for an unresolved reference.
        file: [r] row of the file; start, end: [r] bytes; line_start, line_end: [r] lines of the place.
    """

    kind: Codes
    resolution: Codes
    source: Rows
    target: Rows
    external: Rows
    file: Rows
    start: Rows
    end: Rows
    line_start: Rows
    line_end: Rows


@dataclass(frozen=True)
class CodeModel:
    """Everything known about the code of one repository in one language.

    ``externals`` are dotted names outside of it: ``os.path.join``, ``builtins.print``, ``java.util.List``,
    ``java.util.List:add``. ``externals_kind`` says what is known of each: ``module``, ``class``, ``callable`` or
    ``exception``; empty if nothing is.
    """

    language: str
    files: tuple[SourceFile, ...]
    definitions: Definitions
    references: References
    externals: tuple[str, ...]
    externals_kind: tuple[str, ...]
