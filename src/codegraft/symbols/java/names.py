"""What Java type names mean at a place."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from codegraft.symbols.java.declarations import NONE, Class, Function, Rows, Type, Unit, array_depth
from codegraft.symbols.java.registry import Registry

_NAME_KINDS: Final = ("type_identifier", "identifier")

_DOTTED_KINDS: Final = ("scoped_type_identifier", "scoped_identifier", "field_access")
_PRIMITIVE_KINDS: Final = ("integral_type", "floating_point_type", "boolean_type", "void_type")
_WRAPPERS: Final = ("wildcard", "annotated_type")
_MAX_NESTING: Final = 50


class Place(NamedTuple):
    """Where a type is named: the file, and the class and function around."""

    unit: Unit
    class_: Class | None
    function: Function | None


class Names(Registry):
    """Answers what a name means at a place."""

    def __init__(self, library: Rows) -> None:
        super().__init__(library)
        self._resolving: set[Class] = set()
        self._found: dict[tuple[Unit, str, Class | None, Function | None], Class | None] = {}

    def type_parameters(self, unit: Unit, row: int, owner: Class, function: Function | None) -> dict[str, Class]:
        """Type variables of a class or method, each a class whose supertypes are its bounds."""
        found = unit.child(row, "type_parameters")
        if found == NONE:
            found = unit.inner(row, "type_parameters")
        if found == NONE:
            return {}
        made = {}
        for parameter in unit.children(found):
            name_row = unit.inner(parameter, "type_identifier", "identifier")
            if name_row != NONE:
                name = unit.says(name_row)
                variable = Class("type variable", name, name, unit, parameter, owner, function, owner.library)
                self.number(variable)
                made[name] = variable
        return made

    def supers(self, class_: Class) -> list[Type]:
        """Superclass and interfaces; a class that would inherit from itself does not."""
        if class_ in self._resolving or not class_.known:
            return []
        self._resolving.add(class_)
        found = [type_ for type_ in self._supers(class_) if type_ is not None and type_.head is not class_]
        self._resolving.discard(class_)
        bounded = class_.kind == "type variable" and found
        if not bounded and class_ is not self.object and all(type_.head.interface for type_ in found):
            found.insert(0, Type(self.object))
        return found

    def declared_type(
        self, unit: Unit, row: int, class_: Class | None, function: Function | None, dimensions: int = 0
    ) -> Type | None:
        """The type that a node of syntax spells, or ``None`` if it is not known or is ``var``."""
        return self.array_of(self._read_type(Place(unit, class_, function), row), dimensions)

    def _read_type(self, place: Place, row: int, depth: int = 0) -> Type | None:
        unit = place.unit
        kind = unit.kind[row]
        if row == NONE or depth > _MAX_NESTING:
            return None
        if kind in _NAME_KINDS or kind in _DOTTED_KINDS:
            found = self.find_dotted(unit, row, place.class_, place.function)
            return Type(found) if found is not None else None
        if kind in _PRIMITIVE_KINDS:
            primitive = self.primitives.get(unit.says(row))
            return Type(primitive) if primitive is not None else None
        if kind == "generic_type":
            return self._generic(place, row, depth)
        if kind == "array_type":
            element = self._read_type(place, unit.child(row, "element"), depth + 1)
            return self.array_of(element, array_depth(unit, row))
        inside = [child for child in unit.children(row) if not unit.kind[child].endswith(("annotation", "super"))]
        return self._read_type(place, inside[0], depth + 1) if inside and kind in _WRAPPERS else None

    def _generic(self, place: Place, row: int, depth: int) -> Type | None:
        unit = place.unit
        parts = list(unit.children(row))
        base = self._read_type(place, parts[0], depth + 1)
        if base is None or unit.kind[parts[-1]] != "type_arguments":
            return base
        return Type(base.head, tuple(self._read_type(place, child, depth + 1) for child in unit.children(parts[-1])))

    def find_dotted(self, unit: Unit, row: int, class_: Class | None, function: Function | None) -> Class | None:
        """The type of a name at a node, such as ``Inner``, ``Outer.Inner`` or ``a.b.Outer``."""
        parts = [unit.says(part) for part in name_parts(unit, row)]
        found = self.find(unit, parts[0], row, class_, function)
        for end in range(1, len(parts)):
            if found is not None:
                outer, found = found, self.member_type(found, parts[end])
                if found is None and (outer.known or outer.kind != "class"):
                    return None
                found = found or self.outside(f"{outer.binary.replace('$', '.')}.{parts[end]}")
            else:
                found = self.by_name.get(".".join(parts[: end + 1]))
        if found is None and len(parts) > 1 and parts[0].islower() and parts[-1][:1].isupper():
            return self.outside(".".join(parts))
        return found

    def find(self, unit: Unit, name: str, row: int, class_: Class | None, function: Function | None) -> Class | None:
        """The type that a simple name means at a place: the nearest around it, else what is imported."""
        if self._resolving or name in unit.local_classes:
            return self._find(unit, name, row, class_, function)
        key = (unit, name, class_, function)
        if key not in self._found:
            self._found[key] = self._find(unit, name, row, class_, function)
        return self._found[key]

    def _find(self, unit: Unit, name: str, row: int, class_: Class | None, function: Function | None) -> Class | None:
        while class_ is not None:
            around: Function | None = function
            while around is not None:
                if name in around.type_parameters:
                    return around.type_parameters[name]
                around = around.outer
            if local := self._local(class_.unit, name, row, class_):
                return local
            if name in class_.type_parameters:
                return class_.type_parameters[name]
            if class_.name == name and not class_.binary.endswith(f"${name}$"):
                return class_
            if member := self.member_type(class_, name):
                return member
            function = class_.function
            class_ = class_.outer
        return self._imported(unit, name)

    def member_type(self, class_: Class, name: str) -> Class | None:
        """A type nested in a class or in what it inherits from."""
        pending, seen = [class_], {class_.number}
        while pending:
            current = pending.pop(0)
            if found := current.nested.get(name):
                return found
            fresh = [type_.head for type_ in current.supers if type_.head.number not in seen]
            seen.update(head.number for head in fresh)
            pending += fresh
        return None

    def _local(self, unit: Unit, name: str, row: int, class_: Class) -> Class | None:
        found = [
            local
            for local in unit.local_classes.get(name, ())
            if local.outer is class_ and local.row <= row < unit.stop[unit.parent[local.row]]
        ]
        return found[-1] if found else None

    def _imported(self, unit: Unit, name: str) -> Class | None:
        if unit is self._library:
            return self.library_names.get(name)
        for fact in unit.imports:
            if not fact.wildcard and fact.name.rpartition(".")[2] == name:
                found = self.by_name.get(fact.name)
                if found is not None or not fact.static:
                    return found or self.outside(fact.name)
        if found := self.packages.get(unit.package, {}).get(name):
            return found
        packages = [fact.name for fact in unit.imports if fact.wildcard]
        for package in [*packages, "java.lang"]:
            if found := self.by_name.get(f"{package}.{name}"):
                return found
        unknown = [package for package in packages if package not in self.packages and package not in self.by_name]
        return self.outside(f"{unknown[0]}.{name}") if len(unknown) == 1 else None

    def _supers(self, class_: Class) -> Iterator[Type | None]:
        """Types after ``extends`` and ``implements``, bounds of a type variable, and what a kind of type implies."""
        unit, row, outer = class_.unit, class_.row, class_.outer
        kind = unit.kind[row]
        if kind == "object_creation_expression":
            yield self.declared_type(unit, unit.child(row, "type"), outer, class_.function)
        elif kind == "enum_constant":
            yield Type(outer) if outer is not None else None
        for place in super_rows(unit, row):
            scope = outer if class_.kind == "type variable" else class_
            yield self.declared_type(unit, place, scope, class_.function)
        if class_.kind in ("enum", "record"):
            yield Type(self.by_name["java.lang.Enum" if class_.kind == "enum" else "java.lang.Record"], (Type(class_),))


def name_parts(unit: Unit, row: int) -> list[int]:
    """Rows of the identifiers of a dotted name, in order; type arguments in between are left out."""
    if unit.kind[row] in _NAME_KINDS:
        return [row]
    inside = range(row + 1, unit.stop[row])
    return [part for part in inside if unit.kind[part] in _NAME_KINDS and not _inside_arguments(unit, part, row)] or [
        row
    ]


def super_rows(unit: Unit, row: int) -> Iterator[int]:
    """Rows of the types that a declaration extends and implements, or of a type variable's bounds."""
    for child in unit.children(row):
        if unit.kind[child] in ("superclass", "type_bound"):
            yield from unit.children(child)
        elif unit.kind[child] in ("super_interfaces", "extends_interfaces"):
            for types in unit.children(child):
                yield from unit.children(types)


def _inside_arguments(unit: Unit, row: int, limit: int) -> bool:
    for _ in range(_MAX_NESTING):
        row = unit.parent[row]
        if row <= limit:
            return False
        if unit.kind[row] == "type_arguments":
            return True
    return True
