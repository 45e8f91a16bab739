"""Names, members and calls of one Java file, resolved within the project."""

from collections.abc import Callable
from typing import NamedTuple

from codegraft.parsing.captures import NONE
from codegraft.symbols.java import Holders, JavaProject, Search
from codegraft.symbols.java_members import TYPE_NAME
from codegraft.symbols.links import Entity, Links
from codegraft.symbols.tables import (
    ARGUMENTS,
    CALL,
    CALLEE,
    CLASS,
    IDENTIFIER,
    MEMBER,
    OBJECT,
    PROPERTY,
    FileTables,
)


class Value(NamedTuple):
    """What an expression stands for: a class itself, or an instance of it; ``parent`` for ``super``."""

    entity: Entity
    parent: bool = False


def link_java(project: JavaProject, links: Links) -> None:
    """Write down what the names and calls of all Java files refer to, and which file uses which."""
    for file in project.tables:
        _FileLinks(project, file, links).run()


class _FileLinks:
    """Classes of expressions, filled from the inside out, so that no nesting is too deep."""

    def __init__(self, project: JavaProject, file: int, links: Links) -> None:
        self.project, self.file, self.links = project, file, links
        self.tables: FileTables = project.tables[file]
        self.types = project.types[file]
        self.values: dict[int, Value] = {}
        facts = self.tables.facts
        self.scope_of = dict(zip(facts.declared.tolist(), facts.declared_in.tolist(), strict=True))

    def run(self) -> None:
        """Imports and types, then expressions."""
        for fact in self.tables.facts.imports:
            if fact.name != "*" or fact.static:
                self._depend(self.project.by_name(self.file, fact.module))
        for node, entity in self.types.items():
            self._refer(self.tables.child(node, PROPERTY) if self.tables.kind[node] == MEMBER else node, entity)
        for node in reversed(self.tables.nodes((IDENTIFIER, MEMBER, CALL))):
            value = self._value(node)
            if value is not None:
                self.values[node] = value

    def _value(self, node: int) -> Value | None:
        kind, role = self.tables.kind[node], self.tables.role[node]
        if kind == CALL:
            return self._call(node)
        if node in self.types:
            return Value(self.types[node])
        if kind == MEMBER:
            return self._member(node)
        if role == PROPERTY or self.tables.detail[node] == TYPE_NAME:
            return None
        is_method = role == CALLEE and self.tables.kind[self.tables.parent[node]] == CALL
        return self._name(node, is_method=is_method)

    def _name(self, node: int, *, is_method: bool) -> Value | None:
        name = self.tables.name(node)
        if name in ("this", "super"):
            class_ = next(self.tables.enclosing_classes(node), NONE)
            return None if class_ == NONE else Value(Entity(self.file, class_), parent=name == "super")
        if is_method:
            return None
        entity = self._named(node, name)
        if entity is None:
            self.links.target[self.links.first[self.file] + node] = NONE  # the text alone told otherwise
            return None
        self._refer(node, entity)
        return self._declared(entity)

    def _named(self, node: int, name: str) -> Entity | None:
        """What is declared around a name, unless a class between the two inherits (or may inherit) such a field.

        A class of that name holds even where a class outside the snapshot may have such a field.
        """
        declared = self.tables.target[node]
        if declared == NONE:
            return self._inherited_field(node, name) or self.project.type_outside(self.file, name)
        is_class = self.tables.kind[declared] == CLASS
        for class_ in self.tables.enclosing_classes(node):
            if self.tables.scope_of[class_] <= self.scope_of[declared]:
                break
            found = self.project.field([Entity(self.file, class_)], name)
            if isinstance(found, Entity):
                return found
            if found is Search.UNCERTAIN and not is_class:
                return None
        return Entity(self.file, declared)

    def _declared(self, entity: Entity) -> Value | None:
        """What the name of a class, or of a variable or field, stands for."""
        is_class = self.project.tables[entity.file].kind[entity.node] == CLASS
        type_ = entity if is_class else self.project.declared_type(entity)
        return None if type_ is None else Value(type_)

    def _inherited_field(self, node: int, name: str) -> Entity | None:
        return self._around(node, lambda holders: self.project.field(holders, name), name)

    def _around(self, node: int, find: Callable[[Holders], Entity | Search], name: str) -> Entity | None:
        """A member of a class around the node, from the inside out, or one that is imported statically."""
        for class_ in self.tables.enclosing_classes(node):
            found = find([Entity(self.file, class_)])
            if isinstance(found, Entity):
                return found
            if found is Search.UNCERTAIN:
                return None
        results = {find([class_]) for class_ in self._static_owners(name)}
        found_in = [result for result in results if isinstance(result, Entity)]
        return found_in[0] if len(found_in) == 1 and Search.UNCERTAIN not in results else None

    def _static_owners(self, name: str) -> list[Entity | None]:
        """Classes that a name may be imported from statically: those of imports that name it, else all with ``*``."""
        static = [fact for fact in self.tables.facts.imports if fact.static]
        named = {fact.module for fact in static if fact.name == name}
        owners = named or {fact.module for fact in static if fact.name == "*"}
        return [self.project.by_name(self.file, owner) for owner in sorted(owners)]

    def _member(self, node: int) -> Value | None:
        """``object.name``: the class itself in ``Outer.this``, a field, a nested class, a method reference."""
        if self.tables.role[node] == CALLEE and self.tables.kind[self.tables.parent[node]] == CALL:
            return None
        value, name_node = self.values.get(self.tables.child(node, OBJECT)), self.tables.child(node, PROPERTY)
        if value is None or name_node == NONE:
            return None
        name, holders = self.tables.name(name_node), self._holders(value)
        if name in ("this", "super"):
            return value
        for found in (self.project.field(holders, name), self.project.nested(holders, name)):
            if isinstance(found, Entity):
                self._refer(name_node, found)
                return self._declared(found)
        method = self.project.method(holders, name, None)
        if isinstance(method, Entity):
            self._refer(name_node, method)
        return None

    def _call(self, node: int) -> Value | None:
        callee = self.tables.child(node, CALLEE)
        if callee == NONE:
            return None
        if callee in self.types:
            return self._calls(node, self.types[callee])
        if self.tables.kind[callee] == MEMBER:
            value, name_node = self.values.get(self.tables.child(callee, OBJECT)), self.tables.child(callee, PROPERTY)
            if value is None or name_node == NONE:
                return None
            found = self.project.method(self._holders(value), self.tables.name(name_node), self._arguments(node))
            return self._calls(node, found, name_node) if isinstance(found, Entity) else None
        if self.tables.name(callee) in ("this", "super"):
            return self._constructor_call(node, callee)
        return self._own_method_call(node, callee)

    def _own_method_call(self, node: int, callee: int) -> Value | None:
        name, arguments = self.tables.name(callee), self._arguments(node)
        if not name:
            return None
        method = self._around(node, lambda holders: self.project.method(holders, name, arguments), name)
        return None if method is None else self._calls(node, method, callee)

    def _constructor_call(self, node: int, callee: int) -> Value | None:
        """``this(...)`` or ``super(...)``: of the class around, or the class that it extends."""
        value = self.values.get(callee)
        if value is None:
            return None
        holders = [holder for holder in self._holders(value) if holder is None or not self.project.is_interface(holder)]
        return self._calls(node, holders[0]) if holders and holders[0] is not None else None

    def _calls(self, node: int, definition: Entity, name: int = NONE) -> Value | None:
        """Note what a call calls, under which name; the call stands for an instance of what that returns or makes."""
        self.links.call(self.file, node, definition)
        self._depend(definition)
        if name != NONE:
            self._refer(name, definition)
        is_class = self.project.tables[definition.file].kind[definition.node] == CLASS
        type_ = definition if is_class else self.project.returned_type(definition)
        return None if type_ is None else Value(type_)

    def _holders(self, value: Value) -> Holders:
        """Classes in which to look for a member."""
        return self.project.bases[value.entity] if value.parent else [value.entity]

    def _arguments(self, call: int) -> int:
        return len(self.tables.children(call, ARGUMENTS))

    def _refer(self, name: int, entity: Entity) -> None:
        self.links.refer(self.file, name, entity)
        self._depend(entity)

    def _depend(self, entity: Entity | None) -> None:
        if entity is not None:
            self.links.depend(self.file, entity.file)
