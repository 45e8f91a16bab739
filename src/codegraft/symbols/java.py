"""Java across files: which class a type names, what classes have and inherit, what is declared to have which type."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import Final

from codegraft.parsing.captures import NONE
from codegraft.parsing.vocabulary import detail, kind
from codegraft.symbols.facts import FileFacts
from codegraft.symbols.java_members import CONSTANT, TYPE_NAME, classes, fields, is_private, methods
from codegraft.symbols.java_overloads import Method, applicable, not_overridden, signature
from codegraft.symbols.links import Entity
from codegraft.symbols.tables import (
    BASES,
    CALL,
    CALLEE,
    CLASS,
    IDENTIFIER,
    INITIALIZER,
    MEMBER,
    OBJECT,
    PROPERTY,
    RETURNS,
    TYPE,
    UNKNOWN,
    VARIADIC,
    FileTables,
)

TYPED_PARENTS: Final = frozenset(map(kind, ("ExpressionStatement", "Loop", "Unknown")))
"""Kinds that give their type to the variables they declare: declaration statements, loops, ``instanceof``."""

ANONYMOUS, INTERFACE = map(detail, ("anonymous", "interface"))


class Search(Enum):
    """Why a search for a member gave nothing."""

    ABSENT = "no class has it, and all are known"
    UNCERTAIN = "several fit, or a class outside the snapshot may have it"


Holders = Sequence[Entity | None]
"""Classes in which a member is looked for, in order; ``None`` is one outside the snapshot."""

Find = Callable[[FileTables, Entity, str], list[Entity]]
"""What finds the members of a name that a class itself declares."""


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
        return self._search(holders, name, classes)

    def declared_type(self, declaration: Entity) -> Entity | None:
        """The class that a variable, parameter, field or enum constant is declared to be an instance of."""
        file, node = declaration
        tables, types = self.tables[file], self.types[file]
        if tables.detail[node] == CONSTANT:
            return Entity(file, next(tables.enclosing_classes(node)))
        parent = tables.parent[node]
        written = tables.children(node, TYPE)
        if not written and tables.kind[parent] in TYPED_PARENTS:
            written = tables.children(parent, TYPE)
        if written and tables.name(written[0]) == "var":
            return types.get(tables.child(tables.child(node, INITIALIZER), CALLEE))
        return None if tables.detail[node] == VARIADIC else self._class_of(file, written)

    def returned_type(self, method: Entity) -> Entity | None:
        """The class that a method is declared to return an instance of."""
        return self._class_of(method.file, self.tables[method.file].children(method.node, RETURNS))

    def _class_of(self, file: int, written: Sequence[int]) -> Entity | None:
        """The class that a written type names; an array, or what is an array's by its brackets, is of no class."""
        array = any(self.tables[file].kind[part] == UNKNOWN for part in written)
        return None if array or not written else self.types[file].get(written[0])

    # Members

    def is_interface(self, class_: Entity) -> bool:
        """Whether a class is an interface, which has no constructor."""
        return self.tables[class_.file].detail[class_.node] == INTERFACE

    def field(self, holders: Holders, name: str) -> Entity | Search:
        """The field, enum constant or record component of classes or of those that they extend."""
        return self._search(holders, name, fields)

    def method(self, holders: Holders, name: str, arguments: int | None) -> Entity | Search:
        """The method that takes so many arguments, or any number if that is not known.

        Methods of all the classes that are extended compete. A class outside the snapshot ends the search only if no
        method that fits was found before it: the overloads that it may have are left out of account.
        """
        candidates: list[Method] = []
        for holder in self._lineage(holders):
            if holder is None:
                if not applicable(candidates, arguments):
                    return Search.UNCERTAIN
                continue
            candidates += [self._described(found, holder) for found in self._found(holders, holder, name, methods)]
        fits = applicable(not_overridden(candidates, self._extends), arguments)
        if len(fits) == 1:
            return fits[0].entity
        return Search.UNCERTAIN if candidates else Search.ABSENT

    def _search(self, holders: Holders, name: str, find: Find) -> Entity | Search:
        """The first class that has the name decides."""
        for holder in self._lineage(holders):
            if holder is None:
                return Search.UNCERTAIN
            if found := self._found(holders, holder, name, find):
                return found[0] if len(found) == 1 else Search.UNCERTAIN
        return Search.ABSENT

    def _lineage(self, holders: Holders) -> Iterator[Entity | None]:
        """Classes and all that they extend, depth first, the superclass before the interfaces."""
        pending = list(reversed(holders))
        seen: set[Entity] = set()
        while pending:
            holder = pending.pop()
            if holder is None:
                yield None
            elif holder not in seen:
                seen.add(holder)
                yield holder
                pending += reversed(self.bases.get(holder, []))

    def _extends(self, lower: Entity, upper: Entity) -> bool:
        return lower != upper and upper in self._lineage([lower])

    def _found(self, holders: Holders, holder: Entity, name: str, find: Find) -> list[Entity]:
        """What a class on the way up declares and ``holders`` have: what is private only if it is theirs."""
        tables = self.tables[holder.file]
        return [
            found for found in find(tables, holder, name) if holder in holders or not is_private(tables, found.node)
        ]

    def _described(self, method: Entity, holder: Entity) -> Method:
        takes = signature(self.tables[method.file], self.types[method.file], method.node)
        return Method(method, takes, holder, self.is_interface(holder))

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
        """The class of each type that a class around inherits, if none is declared nearer; a head sees no members."""
        tables = self.tables[file]
        scope_of = dict(zip(tables.facts.declared.tolist(), tables.facts.declared_in.tolist(), strict=True))
        for node in tables.nodes((IDENTIFIER,)):
            if tables.detail[node] != TYPE_NAME or tables.role[node] in (PROPERTY, BASES):
                continue
            declared_in = scope_of.get(tables.target[node], NONE)
            for class_ in tables.enclosing_classes(node):
                if tables.scope_of[class_] <= declared_in:
                    break
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
