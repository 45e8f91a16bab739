"""Names from outside a repository: libraries, annotations, and whatever else its code refers to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.kg.build.entity_types import TYPE, Types, external_types
from codegraft.kg.build.joined import Code, Rows
from codegraft.symbols.model import NONE, REFERENCE_KINDS

_BUILTINS: Final = "builtins."
_JAVA_BUILTINS: Final = "java.lang"
"""What every Java file has without asking, as every Python file has the builtins: no library."""

_SEPARATORS: Final = re.compile("[.:$]")
_JDK: Final = frozenset({"java", "javax", "jdk"})


@dataclass(frozen=True)
class Outside:
    """External entities that one repository refers to.

    Attributes:
        id, name, language: [o] strings, sorted by id; an id means the same in every repository.
        type: [o] codes of ``ENTITY_TYPES``, as far as this repository can tell.
        plain, annotation, library: [x] for each external name of the code, the row of what it stands for when it is
            referred to, when it decorates, and when it is imported; -1 where nothing asks.
    """

    id: tuple[str, ...]
    name: tuple[str, ...]
    language: tuple[str, ...]
    type: Types
    plain: Rows
    annotation: Rows
    library: Rows


def name_outside(code: Code) -> Outside:
    """Name what is outside: ``<builtin>:print``, ``<external>:os.path.join``, ``<annotation>:functools.cache`` and
    ``<library>:numpy``.

    A module that is referred to by its own name is the library that it belongs to. Decorators and annotations are
    entities of their own: what they do there is another thing than being called.
    """
    names, kinds = code.externals, code.externals_kind
    imported, decorates, other = _roles(code)
    is_module = np.array([kind == "module" for kind in kinds], bool)
    libraries = [library_of(name, lang) for name, lang in zip(names, code.externals_language, strict=True)]
    plain = _asked(map(external_id, names), other & ~is_module)
    annotation = _asked((f"<annotation>:{name}" for name in names), decorates)
    library = _asked((f"<library>:{name}" if name else "" for name in libraries), imported | decorates | other)
    ids = tuple(sorted({*plain, *annotation, *library} - {""}))
    row_of = {id_: row for row, id_ in enumerate(ids)} | {"": NONE}
    rows = [np.array([row_of[id_] for id_ in column], np.int32) for column in (plain, annotation, library)]
    types = np.zeros(len(ids) + 1, np.int8)
    language: dict[str, str] = {}
    for column, row, type_ in zip((plain, annotation, library), rows, _types(code), strict=True):
        types[row] = type_
        language |= zip(column, code.externals_language, strict=True)
    return Outside(ids, tuple(map(_name, ids)), tuple(language[id_] for id_ in ids), types[:-1], *rows)


def external_id(name: str) -> str:
    """Id of a dotted name outside the repository."""
    return f"<builtin>:{name[len(_BUILTINS) :]}" if name.startswith(_BUILTINS) else f"<external>:{name}"


def library_of(name: str, language: str) -> str:
    """The library that a dotted name belongs to; empty for what belongs to the language itself.

    In Python it is the first part, ``numpy`` of ``numpy.linalg.norm``. In Java it is the beginning of the package, as
    many parts as tell libraries apart: two in the JDK (``java.util``), three elsewhere (``org.junit.jupiter``).
    """
    if language == "python":
        return "" if name.startswith(_BUILTINS) else name.partition(".")[0]
    package = list(takewhile(lambda part: not part[:1].isupper(), name.partition(":")[0].split(".")))
    if ".".join(package) == _JAVA_BUILTINS:
        return ""
    return ".".join(package[: 2 if package[:1] and package[0] in _JDK else 3])


def _types(code: Code) -> tuple[Types, Types, Types]:
    """Type of each external name [x] in each of its roles."""
    plain = external_types(code)
    return plain, np.full_like(plain, TYPE["Annotation"]), np.full_like(plain, TYPE["Library"])


def _roles(code: Code) -> tuple[npt.NDArray[np.bool_], ...]:
    """For each external name [x]: is it imported, does it decorate, is it referred to otherwise."""
    references = code.references
    codes = np.full(len(REFERENCE_KINDS), 2)
    codes[REFERENCE_KINDS.index("import")] = 0
    codes[REFERENCE_KINDS.index("decorate")] = 1
    seen = np.zeros((3, len(code.externals)), bool)
    known = references.external != NONE
    seen[codes[references.kind[known]], references.external[known]] = True
    return seen[0], seen[1], seen[2]


def _asked(ids: Iterable[str], asked: npt.NDArray[np.bool_]) -> list[str]:
    return [id_ if wanted else "" for id_, wanted in zip(ids, asked.tolist(), strict=True)]


def _name(id_: str) -> str:
    """The last part of a dotted name, without Java's parameters; a library's name is whole."""
    kind, _, name = id_.partition(":")
    return name if kind == "<library>" else _SEPARATORS.split(name.partition("(")[0])[-1]
