"""Python across files: what imports bring, what modules and classes have.

Values are followed as far as the text decides them: a module, a class, an instance made or received where its class is
written down. Nothing is inferred from how a name is used.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from codegraft.parsing.captures import NONE
from codegraft.symbols.decorators import METHOD_DECORATORS, decorators_of
from codegraft.symbols.facts import FileFacts, ImportFact
from codegraft.symbols.links import Entity
from codegraft.symbols.modules import PythonModules
from codegraft.symbols.mro import MethodOrders, Order
from codegraft.symbols.scopes import last_definition
from codegraft.symbols.tables import (
    BASES,
    CLASS,
    CLASS_SCOPE,
    FUNCTION,
    IDENTIFIER,
    MEMBER,
    OBJECT,
    PARAMETERS,
    PROPERTY,
    UNKNOWN,
    VARIADIC,
    FileTables,
)

ITSELF, INSTANCE, PARENT = range(3)
"""Forms of a value: what was declared (function, class, module); an instance of a class; what ``super()`` gives."""

CLASS_METHODS: Final = frozenset({"__new__", "__init_subclass__", "__class_getitem__"})
"""Methods that get the class first without a decorator that says so."""

ROOT_CLASSES: Final = frozenset({"object", "ABC", "Generic", "Protocol"})
"""Bases outside every snapshot that bring no method worth looking for."""

ROOT: Final = "root"


class Value(NamedTuple):
    """What an expression stands for."""

    form: int
    entity: Entity


class ModuleName(NamedTuple):
    """A name in the module that a file is."""

    module: int
    name: str


Step = Entity | ModuleName | None
"""A step on the way of a name: its end, a name to go on with, or ``None`` where nobody knows."""


class PythonProject:
    """The Python files of a snapshot, with everything about them that is visible from another file."""

    def __init__(self, files: Sequence[FileFacts]) -> None:
        self.modules = PythonModules(files)
        self.tables = {file: FileTables(facts) for file, facts in enumerate(files) if facts.language == "python"}
        self.stars = {file: list(self._stars(file)) for file in self.tables}
        self.decorators = {file: decorators_of(tables) for file, tables in self.tables.items()}
        self._exported: dict[ModuleName, Entity | None] = {}
        self._bases: dict[Entity, list[Entity | None]] = {}
        self._orders = MethodOrders(self.bases)

    # Modules

    def imported(self, file: int, fact: ImportFact) -> Entity | None:
        """What an import brings: a declaration, or a module as node 0 of its file."""
        hop = self._hop(file, fact)
        return self.exported(*hop) if isinstance(hop, ModuleName) else hop

    def exported(self, module: int, name: str) -> Entity | None:
        """What ``module.name`` is: followed through imports to its declaration, as far as the snapshot reaches."""
        start = ModuleName(module, name)
        if start not in self._exported:
            found, way = self._follow(start)
            self._exported.update(dict.fromkeys(way, found))
        return self._exported[start]

    def _follow(self, start: ModuleName) -> tuple[Entity | None, set[ModuleName]]:
        """The end of a way through imports, and the names on it that end there too."""
        pending: list[Step] = [start]
        seen: set[ModuleName] = set()
        straight = True
        while pending:
            step = pending.pop()
            if step is None or isinstance(step, Entity):
                return step, seen if straight else {start}
            steps = self._steps_again(step) if step in seen or step in self._exported else self._steps(step)
            straight = straight and bool(steps)
            seen.add(step)
            pending += reversed(steps)
        return None, {start}

    def _steps(self, at: ModuleName) -> list[Step]:
        """Where a name leads, the likeliest first; an import that leads nowhere is what it is itself."""
        tables = self.tables[at.module]
        if declared := tables.exports.get(at.name):
            node = last_definition(tables.kind, declared)
            if tables.contested(node):
                return [None]
            hop = self._import_hop(at.module, node)
            return [*([] if hop is None else [hop]), Entity(at.module, node)]
        if (submodule := self.modules.submodule(at.module, at.name)) is not None:
            return [Entity(submodule, 0)]
        return [ModuleName(star, at.name) for star in self._stars_with(at.module, at.name)]

    def _steps_again(self, at: ModuleName) -> list[Step]:
        """The known end of a name; or the submodule, if a package imports the name from itself."""
        found = self._exported.get(at)
        submodule = self.modules.submodule(at.module, at.name)
        if found is None and submodule is not None:
            found = Entity(submodule, 0)
        return [] if found is None else [found]

    def from_stars(self, file: int, name: str) -> Entity | None:
        """What a name that the file does not bind is by its star imports, of which the last that has it counts."""
        if name in self.tables[file].contested_names:
            return None
        found = (self.exported(star, name) for star in self._stars_with(file, name))
        return next((entity for entity in found if entity is not None), None)

    def _stars_with(self, file: int, name: str) -> Iterator[int]:
        """Modules from which a star import brings a name if they have it: by ``__all__``, else unless it is private."""
        for star in reversed(self.stars[file]):
            public = self.tables[star].facts.public
            if not name.startswith("_") if public is None else name in public:
                yield star

    def _import_hop(self, file: int, declaration: int) -> Entity | ModuleName | None:
        """Where the imports of a declaration lead, if all that reach the snapshot agree and nothing rebinds it."""
        tables = self.tables[file]
        if declaration in tables.unsettled:
            return None
        hops = {self._hop(file, fact) for fact in tables.imports.get(declaration, [])} - {None}
        return hops.pop() if len(hops) == 1 else None

    def _hop(self, file: int, fact: ImportFact) -> Entity | ModuleName | None:
        """Where an import leads: to a module, or to a name in one."""
        if fact.name is None:
            found = self.modules.find(file, fact.module.partition(".")[0] if fact.top else fact.module)
        elif (module := self.modules.find(file, fact.module)) is not None:
            return ModuleName(module, fact.name)
        else:  # the package may be a directory without __init__
            dot = "" if fact.module.endswith(".") else "."
            found = self.modules.find(file, f"{fact.module}{dot}{fact.name}")
        return None if found is None else Entity(found, 0)

    def _stars(self, file: int) -> list[int]:
        """Modules of star imports, without those before one that may bring any name: unknown, or of computed names."""
        found: list[int] = []
        for fact in self.tables[file].facts.imports:
            if fact.name != "*":
                continue
            star = self.modules.find(file, fact.module)
            if star is None or self.tables[star].facts.public == frozenset():
                found.clear()
            elif star != file:
                found.append(star)
        return found

    # Values and attributes

    def value_of(self, entity: Entity) -> Value | None:
        """What the name of a declaration stands for, where that is known."""
        tables = self.tables[entity.file]
        kind = tables.kind[entity.node]
        if entity.node in tables.unsettled or (kind == FUNCTION and self._may_be_attribute(entity)):
            return None
        return Value(ITSELF, entity) if entity.node == 0 or kind in (FUNCTION, CLASS) else None

    def _may_be_attribute(self, function: Entity) -> bool:
        """Whether it is a method whose name may stand for a result of it, by a decorator."""
        facts = self.tables[function.file].facts
        is_method = facts.scopes[facts.scope[function.node]].kind == CLASS_SCOPE
        return is_method and not self.decorators[function.file].get(function.node, frozenset()) <= METHOD_DECORATORS

    def attribute(self, value: Value, name: str) -> Entity | None:
        """The declaration of ``name`` in a module, a class or an instance."""
        entity = value.entity
        if value.form == ITSELF and entity.node == 0:
            return self.exported(entity.file, name)
        if self.tables[entity.file].kind[entity.node] != CLASS:
            return None
        order = self._orders.order(entity)
        return self._inherited(order[1:] if value.form == PARENT else order, name)

    def _inherited(self, order: Order, name: str) -> Entity | None:
        """The first class that has the name; one that is not in the snapshot may have it, so there the search ends."""
        for class_ in order:
            if class_ is None:
                return None
            if declared := self.tables[class_.file].members(class_.node).get(name):
                return self._member(class_.file, declared)
        return None

    def _member(self, file: int, declared: list[int]) -> Entity | None:
        """The last definition of a name in a class, unless it is contested."""
        node = last_definition(self.tables[file].kind, declared)
        return None if self.tables[file].contested(node) else Entity(file, node)

    def bases(self, class_: Entity) -> list[Entity | None]:
        """Base classes as they are written; ``None`` for one that is not known."""
        if class_ not in self._bases:
            tables = self.tables[class_.file]
            found = [self._base(class_.file, node) for node in tables.children(class_.node, BASES)]
            self._bases[class_] = [base if isinstance(base, Entity) else None for base in found if base != ROOT]
        return self._bases[class_]

    def _base(self, file: int, node: int) -> Entity | str | None:
        """Class that a base expression names: ``Base``, ``module.Base``, ``Outer.Base``, each perhaps with ``[T]``."""
        tables = self.tables[file]
        while tables.kind[node] == UNKNOWN and node + 1 < len(tables.kind) and tables.parent[node + 1] == node:
            node += 1
        path: list[str] = []
        while tables.kind[node] == MEMBER and tables.child(node, OBJECT) != NONE:
            path.append(tables.name(tables.child(node, PROPERTY)))
            node = tables.child(node, OBJECT)
        name = tables.name(node) if tables.kind[node] == IDENTIFIER else ""
        entity = self.meaning(file, node) if name else None
        if entity is None and (path[0] if path else name) in ROOT_CLASSES:
            return ROOT
        for part in reversed(path):
            entity = None if entity is None else self._own_attribute(entity, part)
        value = None if entity is None else self.value_of(entity)
        is_class = value is not None and self.tables[value.entity.file].kind[value.entity.node] == CLASS
        return entity if is_class else None

    def _own_attribute(self, entity: Entity, name: str) -> Entity | None:
        tables = self.tables[entity.file]
        if entity.node == 0:
            return self.exported(entity.file, name)
        declared = tables.members(entity.node).get(name) if tables.kind[entity.node] == CLASS else None
        return self._member(entity.file, declared) if declared else None

    def meaning(self, file: int, name: int) -> Entity | None:
        """The declaration or module that a name stands for, with its imports followed."""
        tables = self.tables[file]
        declaration = tables.target[name]
        if declaration == NONE:
            return self.from_stars(file, tables.name(name))
        return self.brought(file, declaration) or Entity(file, declaration)

    def brought(self, file: int, declaration: int) -> Entity | None:
        """What the imports that bind a declaration bring."""
        hop = self._import_hop(file, declaration)
        return self.exported(*hop) if isinstance(hop, ModuleName) else hop

    def self_values(self, file: int) -> dict[int, Value]:
        """Values of first parameters of methods that nothing rebinds: an instance of the class around, or the class."""
        tables = self.tables[file]
        found: dict[int, Value] = {}
        for node, at in zip(tables.facts.declared.tolist(), tables.facts.declared_in.tolist(), strict=True):
            scope = tables.facts.scopes[at]
            first = tables.child(node, PARAMETERS)
            if scope.kind != CLASS_SCOPE or tables.kind[node] != FUNCTION or first == NONE:
                continue
            decorators = self.decorators[file].get(node, frozenset())
            if "staticmethod" in decorators or tables.detail[first] == VARIADIC or first in tables.unsettled:
                continue
            of_class = "classmethod" in decorators or tables.name(node) in CLASS_METHODS
            found[first] = Value(ITSELF if of_class else INSTANCE, Entity(file, scope.owner))
        return found
