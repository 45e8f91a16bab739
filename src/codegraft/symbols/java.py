"""Java across files: which class a type names, what classes have and inherit, what is declared to have which type."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import Final, NamedTuple

from codegraft.parsing.captures import NONE
from codegraft.parsing.vocabulary import detail, kind
from codegraft.symbols.facts import FileFacts
from codegraft.symbols.links import Entity
from codegraft.symbols.tables import (
    BASES,
    CALL,
    CALLEE,
    CLASS,
    FUNCTION,
    IDENTIFIER,
    INITIALIZER,
    MEMBER,
    OBJECT,
    PARAMETER,
    PARAMETERS,
    PROPERTY,
    RETURNS,
    TYPE,
    UNKNOWN,
    VARIABLE,
    VARIADIC,
    FileTables,
)

TYPED_PARENTS: Final = frozenset(map(kind, ("ExpressionStatement", "Loop", "Unknown")))
"""Kinds that give their type to the variables they declare: declaration statements, loops, ``instanceof``."""

ANONYMOUS, CONSTANT, CONSTRUCTOR, INTERFACE, TYPE_NAME = map(
    detail, ("anonymous", "constant", "constructor", "interface", "type")
)


class Search(Enum):
    """Why a search for a member gave nothing."""

    ABSENT = "no class has it, and all are known"
    UNCERTAIN = "several fit, or a class outside the snapshot may have it"


Holders = Sequence[Entity | None]
"""Classes in which a member is looked for, in order; ``None`` is one outside the snapshot."""


class Signature(NamedTuple):
    """How many arguments a method takes; at least ``parameters - 1`` if it is ``variadic``."""

    parameters: int
    variadic: bool

    def accepts(self, arguments: int) -> bool:
        """Whether a call with so many arguments can mean it."""
        return arguments >= self.parameters - 1 if self.variadic else arguments == self.parameters


class JavaProject:
    """The Java files of a snapshot, with everything about them that is visible from another file."""

    def __init__(self, files: Sequence[FileFacts]) -> None:
        self.tables = {file: FileTables(facts) for file, facts in enumerate(files) if facts.language == "java"}
        self.package = {file: _package(tables) for file, tables in self.tables.items()}
        self.classes: dict[str, list[Entity]] = {}
        for file, tables in self.tables.items():
            for class_ in tables.nodes((CLASS,)):
                if tables.name(class_):
                    self.classes.setdefault(self._qualified(file, class_), []).append(Entity(file, class_))
        self.types: dict[int, dict[int, Entity]] = {file: {} for file in self.tables}
        self.bases: dict[Entity, list[Entity | None]] = {}
        for file in self.tables:
            self.types[file].update(self._named_types(file))
        for file in self.tables:
            self.bases.update(self._written_bases(file))
        for file in self.tables:
            self.types[file].update(self._inherited_types(file))

    # Types

    def by_name(self, file: int, qualified: str) -> Entity | None:
        """The class of a qualified name, as a file sees it: its own repository's, else the only one there is."""
        found = self.classes.get(qualified, [])
        repository = self.tables[file].facts.repository
        near = [entity for entity in found if self.tables[entity.file].facts.repository == repository]
        candidates = near or found
        return candidates[0] if len(candidates) == 1 else None

    def type_outside(self, file: int, name: str) -> Entity | None:
        """The class that a simple name means if the file does not declare it: imported, of the package, on demand."""
        facts = self.tables[file].facts.imports
        for fact in facts:
            if fact.name is None and fact.module.rpartition(".")[2] == name:
                return self.by_name(file, fact.module)
            if fact.name == name and (found := self.by_name(file, f"{fact.module}.{name}")):
                return found
        package = self.package[file]
        if found := self.by_name(file, f"{package}.{name}" if package else name):
            return found
        on_demand = {self.by_name(file, f"{fact.module}.{name}") for fact in facts if fact.name == "*"} - {None}
        return on_demand.pop() if len(on_demand) == 1 else None

    def nested(self, holders: Holders, name: str) -> Entity | Search:
        """The class ``name`` declared in classes or in those that they extend."""
        return self._search(holders, name, self._nested)

    def _nested(self, class_: Entity, name: str) -> list[Entity]:
        tables = self.tables[class_.file]
        declared = tables.members(class_.node).get(name, [])
        return [Entity(class_.file, node) for node in declared if tables.kind[node] == CLASS]

    def declared_type(self, declaration: Entity) -> Entity | None:
        """The class that a variable, parameter, field or enum constant is declared to be an instance of."""
        file, node = declaration
        tables, types = self.tables[file], self.types[file]
        if tables.detail[node] == CONSTANT:
            return Entity(file, next(tables.enclosing_classes(node)))
        written, parent = tables.child(node, TYPE), tables.parent[node]
        if written == NONE and tables.kind[parent] in TYPED_PARENTS:
            written = tables.child(parent, TYPE)
        if written != NONE and tables.name(written) == "var":
            written = tables.child(tables.child(node, INITIALIZER), CALLEE)
        return types.get(written)

    def returned_type(self, method: Entity) -> Entity | None:
        """The class that a method is declared to return an instance of."""
        return self.types[method.file].get(self.tables[method.file].child(method.node, RETURNS))

    # Members

    def is_interface(self, class_: Entity) -> bool:
        """Whether a class is an interface, which has no constructor."""
        return self.tables[class_.file].detail[class_.node] == INTERFACE

    def field(self, holders: Holders, name: str) -> Entity | Search:
        """The field, enum constant or record component of classes or of those that they extend."""
        return self._search(holders, name, self._fields)

    def method(self, holders: Holders, name: str, arguments: int | None) -> Entity | Search:
        """The method that takes so many arguments, or any number if that is not known."""

        def fitting(holder: Entity, wanted: str) -> list[Entity]:
            signatures = {method: self._signature(method) for method in self._methods(holder, wanted)}
            fits = [found for found, takes in signatures.items() if arguments is None or takes.accepts(arguments)]
            return [found for found in fits if not signatures[found].variadic] or fits

        return self._search(holders, name, fitting)

    def _search(self, holders: Holders, name: str, find: Callable[[Entity, str], list[Entity]]) -> Entity | Search:
        """Depth first, the superclass before the interfaces; the first class that has the name decides."""
        pending = list(reversed(holders))
        seen: set[Entity] = set()
        while pending:
            holder = pending.pop()
            if holder is None:
                return Search.UNCERTAIN
            if holder in seen:
                continue
            seen.add(holder)
            if found := find(holder, name):
                return found[0] if len(found) == 1 else Search.UNCERTAIN
            pending += reversed(self.bases.get(holder, []))
        return Search.ABSENT

    def _fields(self, class_: Entity, name: str) -> list[Entity]:
        tables = self.tables[class_.file]
        return [
            Entity(class_.file, node)
            for node in tables.members(class_.node).get(name, [])
            if tables.kind[node] in (VARIABLE, PARAMETER) and tables.detail[node] != TYPE_NAME
        ]

    def _methods(self, class_: Entity, name: str) -> list[Entity]:
        tables = self.tables[class_.file]
        return [
            Entity(class_.file, node)
            for node in tables.members(class_.node).get(name, [])
            if tables.kind[node] == FUNCTION and tables.detail[node] != CONSTRUCTOR
        ]

    def _signature(self, method: Entity) -> Signature:
        tables = self.tables[method.file]
        parameters = tables.children(method.node, PARAMETERS)
        return Signature(len(parameters), any(tables.detail[node] == VARIADIC for node in parameters))

    # Reading the files

    def _qualified(self, file: int, class_: int) -> str:
        tables = self.tables[file]
        around = [tables.name(outer) for outer in tables.enclosing_classes(class_)]
        return ".".join(filter(None, [self.package[file], *reversed(around), tables.name(class_)]))

    def _named_types(self, file: int) -> dict[int, Entity]:
        """The class of each type that the text names, inherited ones excepted."""
        tables = self.tables[file]
        found: dict[int, Entity] = {}
        paths: dict[int, str] = {}
        outside: dict[str, Entity | None] = {}
        for node in reversed(tables.nodes((IDENTIFIER, MEMBER))):
            name, entity = tables.name(node), None
            if tables.kind[node] == MEMBER:
                holder, name = tables.child(node, OBJECT), tables.name(tables.child(node, PROPERTY))
                paths[node] = f"{paths.get(holder) or tables.name(holder)}.{name}"
                inner = self.nested([found[holder]], name) if holder in found else self.by_name(file, paths[node])
                entity = inner if isinstance(inner, Entity) else None
            elif tables.detail[node] == TYPE_NAME and tables.role[node] != PROPERTY:
                declared = tables.target[node]
                if declared == NONE:
                    if name not in outside:
                        outside[name] = self.type_outside(file, name)
                    entity = outside[name]
                elif tables.kind[declared] == CLASS:
                    entity = Entity(file, declared)
            if entity is not None:
                found[node] = entity
        return found

    def _inherited_types(self, file: int) -> Iterator[tuple[int, Entity]]:
        """The class of each type that is a member of a base class."""
        tables = self.tables[file]
        for node in tables.nodes((IDENTIFIER,)):
            unknown = tables.target[node] == NONE and node not in self.types[file]
            if unknown and tables.detail[node] == TYPE_NAME and tables.role[node] != PROPERTY:
                for class_ in tables.enclosing_classes(node):
                    entity = self.nested([Entity(file, class_)], tables.name(node))
                    if isinstance(entity, Entity):
                        yield node, entity
                        break

    def _written_bases(self, file: int) -> Iterator[tuple[Entity, list[Entity | None]]]:
        """What each class extends and implements; ``None`` for what is not in the snapshot."""
        tables, types = self.tables[file], self.types[file]
        for class_ in tables.nodes((CLASS,)):
            parent = tables.parent[class_]
            if tables.detail[class_] != ANONYMOUS:
                yield Entity(file, class_), [types.get(base) for base in tables.children(class_, BASES)]
            elif tables.kind[parent] == CALL:
                yield Entity(file, class_), [types.get(tables.child(parent, CALLEE))]
            else:
                yield Entity(file, class_), [Entity(file, next(tables.enclosing_classes(class_)))]


def _package(tables: FileTables) -> str:
    """Name in the package declaration, the only unknown node with a name."""
    return next((tables.name(node) for node in tables.nodes((UNKNOWN,)) if tables.name(node)), "")
