"""Java definitions as rows of a code model."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from codegraft.symbols.java.declarations import NONE, Class, Field, Function, Local, Unit
from codegraft.symbols.java.findings import Target
from codegraft.symbols.java.initialisers import is_main, is_written, static_block
from codegraft.symbols.java.members import Members
from codegraft.symbols.java.syntax import line_starts
from codegraft.symbols.model import DEFINITION_KINDS, Definitions, Flag

_VISIBILITIES: Final = {"public": Flag.PUBLIC, "protected": Flag.PROTECTED, "private": Flag.PRIVATE}

_TESTS: Final = frozenset({"Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "Property"})


class Row(NamedTuple):
    """A definition on its way into the columns."""

    thing: Target
    kind: str
    flags: int
    owner: Target | None
    start: int
    end: int
    name: str
    qualified: str
    signature: str


def define(
    units: Sequence[Unit], paths: Sequence[str], members: Members, inner: Sequence[Function], kept: set[Function]
) -> Definitions:
    """Rows of all definitions; gives each its number."""
    of_unit: dict[int, list[Function]] = {}
    for function in inner:
        of_unit.setdefault(function.unit.number, []).append(function)
    rows: list[Row] = []
    files: list[int] = []
    for unit, path in zip(units, paths, strict=True):
        own = _unit_rows(unit, path, members, of_unit.get(unit.number, []), kept)
        rows += own
        files += [unit.number] * len(own)
    numbers: dict[Target, int] = {}
    for number, row in enumerate(rows):
        numbers.setdefault(row.thing, number)
        row.thing.definition = number
    owners = [numbers.get(row.owner, NONE) if row.owner is not None else NONE for row in rows]
    starts, ends = _column([row.start for row in rows]), _column([row.end for row in rows])
    file = _column(files)
    return Definitions(
        kind=np.array([DEFINITION_KINDS.index(row.kind) for row in rows], dtype=np.uint8),
        flags=np.array([row.flags for row in rows], dtype=np.uint16),
        owner=_column(owners),
        file=file,
        start=starts,
        end=ends,
        line_start=lines(units, file, starts),
        line_end=lines(units, file, np.maximum(ends - 1, starts)),
        name=tuple(row.name for row in rows),
        qualified=tuple(row.qualified for row in rows),
        signature=tuple(row.signature for row in rows),
    )


def _column(values: list[int]) -> "np.typing.NDArray[np.int32]":
    return np.array(values, dtype=np.int32)


def lines(
    units: Sequence[Unit], file: "np.typing.NDArray[np.int32]", offsets: "np.typing.NDArray[np.int32]"
) -> "np.typing.NDArray[np.int32]":
    """Lines, from 1, of byte offsets in files; rows of a file stand together."""
    found = np.zeros(len(offsets), dtype=np.int32)
    bounds = np.searchsorted(file, np.arange(len(units) + 1))
    for unit, first, last in zip(units, bounds[:-1], bounds[1:], strict=True):
        found[first:last] = np.searchsorted(line_starts(unit.text), offsets[first:last], side="right")
    return found


def _unit_rows(unit: Unit, path: str, members: Members, inner: Sequence[Function], kept: set[Function]) -> list[Row]:
    """A file's module, then its definitions in document order; what holds others stands before them."""
    found = [row for class_ in unit.classes for row in _class_rows(class_, members, kept)]
    for function in inner:
        found += _function_rows(function, members)
    main = any(is_main(method) for class_ in unit.classes for method in class_.methods.get("main", ()))
    name = _module_name(unit, path)
    module = Row(unit, "module", Flag.MAIN if main else 0, None, 0, len(unit.text), name.rpartition(".")[2], name, "")
    if name.endswith(".java"):
        module = module._replace(name=path.rpartition("/")[2])
    return [module, *sorted(found, key=lambda row: (row.start, -row.end, _RANK[row.kind]))]


_RANK: Final = {kind: rank for rank, kind in enumerate(DEFINITION_KINDS)}


def _module_name(unit: Unit, path: str) -> str:
    """The package, for its ``package-info.java``; the file in its package for others, which no type is called."""
    file = path.rpartition("/")[2]
    if file == "package-info.java" and unit.package:
        return unit.package
    return f"{unit.package}.{file}" if unit.package else file


def _class_rows(class_: Class, members: Members, kept: set[Function]) -> Iterator[Row]:
    unit, row = class_.unit, class_.row
    owner: Target = class_.function if class_.local and class_.function is not None else class_.outer or unit
    start, end = unit.start[row], unit.end[row]
    name = class_.name or class_.binary.rpartition("$")[2]
    yield Row(
        class_, class_.kind, _class_flags(class_, members), written_owner(owner), start, end, name, class_.binary, ""
    )
    for field in class_.fields.values():
        yield _field_row(field)
    for methods in class_.methods.values():
        for method in methods:
            yield from _function_rows(method, members)
    for constructor in class_.constructors:
        if is_written(constructor) or constructor in kept:
            yield from _function_rows(constructor, members)
    initializer = class_.static_initializer
    if is_written(initializer) or initializer in kept:
        yield from _function_rows(initializer, members)
    for local in class_.instance_initializer.locals:
        yield _local_row(local, f"{class_.binary}:<init>", class_)


def written_owner(owner: Target) -> Target:
    """What holds a definition and has a row around it: the class, where the code of an initialiser is all over it."""
    while isinstance(owner, Function) and (not is_written(owner) or owner.kind == "initializer"):
        owner = owner.outer or owner.owner
    return owner


def _field_row(field: Field) -> Row:
    unit = field.owner.unit
    flags = _flags(field.modifiers, public=field.constant or field.owner.interface)
    if field.static:
        flags |= Flag.STATIC
    name = f"{field.owner.binary}.{field.name}"
    return Row(field, "attribute", flags, field.owner, unit.start[field.row], unit.end[field.row], field.name, name, "")


def _function_rows(function: Function, members: Members) -> Iterator[Row]:
    unit, class_ = function.unit, function.owner
    place = function.row
    if place == NONE:
        place = static_block(class_) if function.kind == "initializer" else class_.row
        place = class_.row if place == NONE else place
    lambda_ = function.kind == "lambda"
    signature = "" if lambda_ else f"({','.join(function.descriptor)})"
    owner = written_owner(function.outer) if lambda_ and function.outer is not None else class_
    start, end = unit.start[place], unit.end[place]
    yield Row(
        function,
        function.kind,
        _function_flags(function, members),
        owner,
        start,
        end,
        function.name,
        function.qualified,
        signature,
    )
    for local in function.locals:
        yield _local_row(local, function.qualified, function)


def _local_row(local: Local, around: str, owner: Target) -> Row:
    unit = owner.unit if isinstance(owner, Class | Function) else None
    kind = "parameter" if local.parameter else "variable"
    start, end = (unit.start[local.row], unit.end[local.row]) if unit is not None else (0, 0)
    return Row(local, kind, Flag.LOCAL, written_owner(owner), start, end, local.name, f"{around}.{local.name}", "")


def _flags(modifiers: frozenset[str], *, public: bool = False) -> int:
    flags = 0
    for word, flag in _VISIBILITIES.items():
        if word in modifiers:
            flags |= flag
    if public and not flags:
        flags |= Flag.PUBLIC
    return flags | (Flag.STATIC if "static" in modifiers else 0)


def _class_flags(class_: Class, members: Members) -> int:
    flags = _flags(class_.modifiers, public=class_.outer is not None and class_.outer.interface)
    if "abstract" in class_.modifiers or class_.interface:
        flags |= Flag.ABSTRACT
    if members.is_exception(class_):
        flags |= Flag.EXCEPTION
    return flags | (Flag.LOCAL if class_.local else 0)


def _function_flags(function: Function, members: Members) -> int:
    if function.kind == "lambda":
        return int(Flag.LOCAL)
    owner = function.owner
    flags = _flags(function.modifiers, public=owner.interface)
    if function.static:
        flags |= Flag.STATIC
    if function.abstract:
        flags |= Flag.ABSTRACT
    elif owner.interface and function.kind == "method" and not function.static and "private" not in function.modifiers:
        flags |= Flag.DEFAULT
    if function.variadic:
        flags |= Flag.VARIADIC
    return flags | (Flag.TEST if _is_test(function, members) else 0)


def _is_test(function: Function, members: Members) -> bool:
    """Whether a framework runs a method as a test: JUnit and TestNG annotate it, JUnit 3 goes by its name."""
    if function.kind != "method" or function.row == NONE:
        return False
    unit = function.unit
    names = [unit.dotted(unit.child(row, "name")).rpartition(".")[2] for row in unit.annotations(function.row)]
    if _TESTS.intersection(names):
        return True
    junit = any(ancestor.binary == "junit.framework.TestCase" for ancestor in members.ancestors(function.owner))
    return junit and function.name.startswith("test") and not function.parameter_rows
