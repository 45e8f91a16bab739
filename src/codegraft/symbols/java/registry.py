"""All Java types by their names: those of the repository, and of the library beside it."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from codegraft.symbols.java.declarations import NONE, TYPE_KINDS, Class, Import, Rows, Type, TypeNames, Unit
from codegraft.symbols.java.syntax import JavaSyntax

PRIMITIVES: Final = ("boolean", "byte", "short", "char", "int", "long", "float", "double", "void")

BOXES: Final = {
    **{"boolean": "Boolean", "byte": "Byte", "short": "Short", "char": "Character"},
    **{"int": "Integer", "long": "Long", "float": "Float", "double": "Double"},
}

_DECLARING: Final = frozenset(TYPE_KINDS)


class Registry(TypeNames):
    """All types by their names. Types of the repository hide those of the library."""

    def __init__(self, library: Rows) -> None:
        self.units: list[Unit] = []
        self.by_name: dict[str, Class] = {}
        self.packages: dict[str, dict[str, Class]] = {}
        self.library_names: dict[str, Class] = {}
        self._outside: dict[str, Class] = {}
        self._counter = 0
        self._library = Unit(NONE, library, self)
        self.primitives = {name: self._made_up("primitive", name) for name in PRIMITIVES}
        self.array = self._made_up("array", "[]")
        self.null = self._made_up("null", "null")
        self._add_library()
        self.object = self.by_name["java.lang.Object"]
        self.string = self.by_name["java.lang.String"]

    def add(self, syntax: JavaSyntax) -> Unit:
        """Take in a file: its package, imports and types."""
        unit = Unit(len(self.units), Rows(syntax), self)
        self.units.append(unit)
        for row in unit.children(0):
            if unit.kind[row] == "package_declaration":
                name = unit.inner(row, "scoped_identifier", "identifier")
                unit.package = unit.dotted(name) if name != NONE else ""
            elif unit.kind[row] == "import_declaration":
                unit.imports += _read_import(unit, row)
        self._declare(unit, 0, unit.stop[0], library=False)
        return unit

    def class_named(self, name: str) -> Class | None:
        """The type of a dotted name such as ``a.b.Outer.Inner``."""
        return self.by_name.get(name)

    def outside(self, name: str) -> Class:
        """A type that the text names but nobody declares here: of a library that we do not know."""
        found = self.by_name.get(name) or self._outside.get(name)
        if found is None:
            found = self._made_up("class", _binary(name))
            found.name = name.rpartition(".")[2]
            self._outside[name] = found
        return found

    def boxed(self, type_: Type) -> Type:
        """The class of a primitive's objects; any other type is its own."""
        box = BOXES.get(type_.head.name) if type_.head.kind == "primitive" else None
        return Type(self.by_name[f"java.lang.{box}"]) if box else type_

    def array_of(self, element: Type | None, dimensions: int = 1) -> Type | None:
        """Array of a type."""
        for _ in range(dimensions):
            element = Type(self.array, (element,))
        return element

    def _add_library(self) -> None:
        unit, package, start = self._library, "", 0
        rows = [row for row in unit.children(0) if unit.kind[row] == "package_declaration"]
        for row, after in zip(rows, [*rows[1:], unit.stop[0]], strict=True):
            package = unit.dotted(unit.inner(row, "scoped_identifier", "identifier"))
            unit.package, start = package, row + 1
            self._declare(unit, start, after, library=True)
        for classes in self.packages.values():
            for name, class_ in classes.items():
                self.library_names.setdefault(name, class_)
        self.library_names |= self.packages["java.lang"]

    def _declare(self, unit: Unit, first: int, stop: int, *, library: bool) -> None:
        """Find all types of some syntax, outer ones first, and name them as the compiler does."""
        around: list[tuple[int, Class | None]] = [(stop, None)]
        numbers: dict[tuple[str, str], int] = {}
        for row in unit.declaring[bisect_left(unit.declaring, first) : bisect_left(unit.declaring, stop)]:
            kind = unit.kind[row]
            if kind not in _DECLARING and not _anonymous(unit, row, kind):
                continue
            while around[-1][0] <= row:
                around.pop()
            outer = around[-1][1]
            made = self._make(unit, row, outer, numbers, library=library)
            around.append((unit.stop[row], made))

    def _make(
        self, unit: Unit, row: int, outer: Class | None, numbers: dict[tuple[str, str], int], *, library: bool
    ) -> Class:
        kind = TYPE_KINDS.get(unit.kind[row], "class")
        name_row = unit.child(row, "name") if unit.kind[row] in _DECLARING else NONE
        name = unit.says(name_row) if name_row != NONE else ""
        made = Class(kind, name, "", unit, row, outer, library=library)
        parent = unit.kind[unit.parent[row]]
        if outer is None:
            made.binary = f"{unit.package}.{name}" if unit.package else name
            self.packages.setdefault(unit.package, {})[name] = made
        elif (name and parent.endswith("_body")) or parent == "enum_body_declarations":
            made.binary = f"{outer.binary}${name}"
            outer.nested.setdefault(name, made)
        else:
            made.local = True
            numbers[outer.binary, name] = number = numbers.get((outer.binary, name), 0) + 1
            made.binary = f"{outer.binary}${number}{name}"
            if name:
                unit.local_classes.setdefault(name, []).append(made)
        self.number(made)
        if not made.local:
            self.by_name[made.binary.replace("$", ".")] = made
        if not library:
            unit.classes.append(made)
            unit.class_at[row] = made
        return made

    def _made_up(self, kind: str, binary: str) -> Class:
        made = Class(kind, binary.rpartition(".")[2], binary, self._library, 0, library=True, known=False)
        self.number(made)
        return made

    def number(self, class_: Class) -> None:
        """Give a type its number, which nothing but its place in the sources decides."""
        class_.number = self._counter
        self._counter += 1


def _anonymous(unit: Unit, row: int, kind: str) -> bool:
    if kind == "object_creation_expression":
        return unit.inner(row, "class_body") != NONE
    return kind == "enum_constant" and unit.child(row, "body") != NONE


def _read_import(unit: Unit, row: int) -> Iterable[Import]:
    name = unit.inner(row, "scoped_identifier", "identifier")
    if name == NONE:
        return
    words = unit.says(row).split()
    static = len(words) > 1 and words[1] == "static"
    yield Import(unit.dotted(name), static, unit.inner(row, "asterisk") != NONE, row)


def _binary(name: str) -> str:
    """The likely binary name of a dotted one: types begin with a capital, what follows one is nested in it."""
    parts = name.split(".")
    first = next((index for index, part in enumerate(parts) if part[:1].isupper()), len(parts) - 1)
    return ".".join(parts[: first + 1]) + "".join(f"${part}" for part in parts[first + 1 :])
