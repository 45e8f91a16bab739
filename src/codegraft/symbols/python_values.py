"""Names, attributes and calls of one Python file, resolved within the project."""

from collections.abc import Iterator

import numpy as np

from codegraft.parsing.captures import NONE
from codegraft.symbols.links import Entity, Links
from codegraft.symbols.python import INSTANCE, ITSELF, PARENT, PythonProject, Value
from codegraft.symbols.tables import (
    ARGUMENTS,
    CALL,
    CALLEE,
    CLASS,
    FUNCTION,
    IDENTIFIER,
    MEMBER,
    OBJECT,
    PROPERTY,
)


def link_python(project: PythonProject, links: Links) -> None:
    """Write down what the names and calls of all Python files refer to, and which file imports which."""
    for file in project.tables:
        _FileLinks(project, file, links).run()


class _FileLinks:
    """Values of expressions, filled from the inside out, so that no nesting is too deep."""

    def __init__(self, project: PythonProject, file: int, links: Links) -> None:
        self.project, self.file, self.links = project, file, links
        self.tables = project.tables[file]
        self.values: dict[int, Value] = {}

    def run(self) -> None:
        """Imports, then plain names, then attributes and calls."""
        self._link_imports()
        self._link_names()
        for node in reversed(self.tables.nodes((MEMBER, CALL))):
            value = self._attribute(node) if self.tables.kind[node] == MEMBER else self._call(node)
            if value is not None:
                self.values[node] = value

    def _link_imports(self) -> None:
        for fact in self.tables.facts.imports:
            module = self.project.modules.find(self.file, fact.module)
            if module is not None:
                self.links.depend(self.file, module)
            brought = None if fact.name in (None, "*") else self.project.imported(self.file, fact)
            if brought is None:
                continue
            if brought.node == 0:
                self.links.depend(self.file, brought.file)
            elif brought != Entity(self.file, fact.bound):
                self.links.refer(self.file, fact.bound, brought)

    def _link_names(self) -> None:
        values = dict(self._declared_values())
        facts = self.tables.facts
        known = np.zeros(len(facts.kind), dtype=bool)
        known[list(values)] = True
        names = (facts.kind == IDENTIFIER) & (facts.role != PROPERTY)
        for name in np.flatnonzero(names & (facts.target != NONE) & known[facts.target]).tolist():
            declaration = self.tables.target[name]
            entity, value = values[declaration]
            if entity != Entity(self.file, declaration):
                self.links.refer(self.file, name, entity)
            if value is not None:
                self.values[name] = value
        if self.project.stars[self.file]:
            self._link_star_names(np.flatnonzero(names & (facts.target == NONE)).tolist())

    def _link_star_names(self, names: list[int]) -> None:
        found = {name: self.project.from_stars(self.file, name) for name in {self.tables.name(node) for node in names}}
        for node in names:
            if entity := found[self.tables.name(node)]:
                self.links.refer(self.file, node, entity)
                if value := self.project.value_of(entity):
                    self.values[node] = value

    def _declared_values(self) -> Iterator[tuple[int, tuple[Entity, Value | None]]]:
        """For declarations whose names stand for something known: where it was declared, and the value."""
        for node in self.tables.nodes((FUNCTION, CLASS)):
            entity = Entity(self.file, node)
            yield node, (entity, self.project.value_of(entity))
        for node, value in self.project.self_values(self.file).items():
            yield node, (Entity(self.file, node), value)
        for node in self.tables.imports:
            if brought := self.project.brought(self.file, node):
                yield node, (brought, self.project.value_of(brought))

    def _attribute(self, node: int) -> Value | None:
        value = self.values.get(self.tables.child(node, OBJECT))
        name = self.tables.child(node, PROPERTY)
        if value is None or name == NONE:
            return None
        entity = self.project.attribute(value, self.tables.name(name))
        if entity is None:
            return None
        self.links.refer(self.file, name, entity)
        return self.project.value_of(entity)

    def _call(self, node: int) -> Value | None:
        callee = self.tables.child(node, CALLEE)
        value = self.values.get(callee)
        if value is None:
            return self._super(node, callee)
        if value.form != ITSELF or value.entity.node == 0:
            return None
        self.links.call(self.file, node, value.entity)
        is_class = self.project.tables[value.entity.file].kind[value.entity.node] == CLASS
        return Value(INSTANCE, value.entity) if is_class else None

    def _super(self, node: int, callee: int) -> Value | None:
        """``super()`` in a method of a class, or ``super(Class, self)``."""
        tables = self.tables
        if callee == NONE or tables.name(callee) != "super" or tables.target[callee] != NONE:
            return None
        argument = tables.child(node, ARGUMENTS)
        if argument == NONE:
            class_ = next(tables.enclosing_classes(node), NONE)
            return None if class_ == NONE else Value(PARENT, Entity(self.file, class_))
        named = self.values.get(argument)
        return Value(PARENT, named.entity) if named is not None and named.form == ITSELF else None
