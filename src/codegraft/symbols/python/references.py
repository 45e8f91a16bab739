"""What refers to what in Python code, as rows of a code model."""

from typing import Final

import numpy as np

from codegraft.symbols.model import References
from codegraft.symbols.python.definitions import PythonDefinitions
from codegraft.symbols.python.effects import Effects
from codegraft.symbols.python.flow import PythonFlow
from codegraft.symbols.python.kinds import among
from codegraft.symbols.python.names import PythonNames
from codegraft.symbols.python.objects import BOUND, CLASS, EXTERNAL, FUNCTION, INSTANCE, MEMBER, MODULE
from codegraft.symbols.python.reachable import Reachable
from codegraft.symbols.python.reference_rows import (
    CALL,
    EXACT,
    IMPORT,
    INFERRED,
    INHERIT,
    INSTANTIATE,
    OUTSIDE,
    OVERRIDE,
    READ,
    UNRESOLVED,
    WRITE,
)
from codegraft.symbols.python.tree import NONE, Longs

MENTIONED: Final = (FUNCTION, CLASS, BOUND, EXTERNAL)
"""Kinds of values that a name stands for, rather than holds."""


class PythonReferences(Effects):
    """Collects references; ``table`` gives the rows.

    With ``names`` there are calls, classes, imports, and reads and writes of what every name and attribute means, each
    once; without, all that code does, and reads and writes of the variables and attributes that have a row.
    """

    def __init__(self, solved: PythonFlow, definitions: PythonDefinitions, names: PythonNames | None = None) -> None:
        super().__init__(solved, definitions)
        self.names = names
        self._parts: dict[tuple[int, int], int] = {}

    def table(self) -> References:
        """All references, sorted by place."""
        for collect in (self._calls, self._hierarchy, self._imports):
            collect()
        uses = (self._names, self._attributes, self._mentions, self._types)
        effects = (self._exceptions, self._decorators, self._returns)
        for collect in (*uses, *effects) if self.names is None else (self._meanings,):
            collect()
        return self.collected()

    # Calls

    def _calls(self) -> None:
        calls = self._possible()
        places = [place for place, values in calls.items() for _ in values]
        values = [value for found in calls.values() for value in found]
        self._called(np.array(places, dtype=np.int64), np.array(values, dtype=np.int64))
        shared, slots = np.zeros(len(self.flow.points), dtype=np.bool_), np.asarray(self.program.slot)
        shared[places] = True
        reads = np.flatnonzero(among(self.forest.kind, "attribute") & ~self.scopes.target)
        properties = reads[shared[slots[reads]] & (slots[reads] != reads)]
        read = [(node, value) for node in properties.tolist() for value in calls[self.program.slot[node]]]
        self._called(
            *np.array(read, dtype=np.int64).reshape(-1, 2).T
        )  # one place speaks for all that share its variable
        written = np.flatnonzero(among(self.forest.kind, "call"))
        silent = written[~shared[written]]
        nothing = np.full(len(silent), NONE)
        source = self.definitions.row_of[self.scopes.definition[silent]]
        columns = (np.full(len(silent), CALL), np.full(len(silent), UNRESOLVED), source, nothing, nothing, silent)
        self._blocks.append(np.stack(columns, axis=1).astype(np.int64))

    def _possible(self) -> dict[int, list[int]]:
        """What is called at each place, without what cannot be reached from there."""
        reachable, kinds, first = Reachable(self.solved), self.flow.kinds, self.flow.first
        found = {
            place: [value for value in values if kinds[value] != FUNCTION or reachable(place, first[value])]
            for place, values in self.solved.rules.calls.items()
        }
        return {place: values for place, values in found.items() if values}

    def _called(self, places: Longs, values: Longs) -> None:
        """One row for each value that is called at a place."""
        kinds, first = self._value_kinds[values], self._value_first[values]
        outside = (kinds == EXTERNAL) | (kinds == MEMBER)
        target = np.where(outside, NONE, self.definitions.row_of[np.where(outside, 0, first)])
        made, count = kinds == CLASS, len(self.forest)
        several = (np.bincount(places[made], minlength=count) > 1)[places]
        several |= (np.bincount(places[~made & ~outside], minlength=count) > 1)[places]
        handed_on = (np.bincount(places[outside], minlength=count) > 0)[places]  # called by what is called here
        said = np.where(among(self.forest.kind[places], "call", "decorator"), np.minimum(places + 1, count - 1), places)
        exact = self._is_certain[said] & ~several & ~handed_on
        resolution = np.where(exact, EXACT, INFERRED)
        columns = (
            np.where(made, INSTANTIATE, CALL),
            np.where(outside, OUTSIDE, resolution),
            self.definitions.row_of[self.scopes.definition[places]],
            target,
            np.where(outside, first, NONE),
            places,
        )
        self._blocks.append(np.stack(columns, axis=1).astype(np.int64))
        for external in np.unique(first[kinds == MEMBER]).tolist():
            self.external_kinds[external] = "callable"

    # Classes

    def _hierarchy(self) -> None:
        program, objects = self.program, self.objects
        for class_ in program.classes:
            for node in self.solved.base_nodes(class_):
                values = self.solved.base_values(class_, node)
                self._refer(INHERIT, node, values, exact=True, source=self.row_of[class_])
                for value in values:
                    if self.flow.kinds[value] == EXTERNAL:
                        self.external_kinds.setdefault(self.flow.first[value], "class")
        for node, function in program.functions.items():
            if function.owner == NONE or program.kind_name(node) == "lambda":
                continue
            name = program.name[node + 1]
            for above in objects.order(function.owner)[1:]:
                own = objects.own(above, name) if above >= 0 else NONE
                overridden = [value for value in self.flow.points[own] if self._is_method(value)] if own >= 0 else []
                if overridden:
                    self._refer(OVERRIDE, node + 1, overridden[-1:], exact=True, source=self.row_of[node])
                    break

    def _is_method(self, value: int) -> bool:
        return self.flow.kinds[value] == FUNCTION and self.program.functions[self.flow.first[value]].owner != NONE

    def _imports(self) -> None:
        program = self.program
        for fact in program.imports:
            file = program.file[fact.node]
            source = self.row_of[program.module_root(file)]
            values = [self._module(file, fact.module)]
            if fact.name not in (None, "*"):
                dot = "" if fact.module.endswith(".") else "."
                inner = program.modules.find(file, f"{fact.module}{dot}{fact.name}")
                values = [self.flow.value(MODULE, inner)] if inner is not None else values
            found = [value for value in values if value != NONE]
            if not self._refer(IMPORT, fact.node, found, exact=True, source=source):
                self._add(IMPORT, UNRESOLVED, source, NONE, NONE, fact.node)

    def _module(self, file: int, name: str) -> int:
        """The value of the module that an import names, -1 for a relative one that is not there."""
        found = self.program.modules.find(file, name)
        if found is not None:
            return self.flow.value(MODULE, found)
        if name.startswith("."):
            return NONE
        value = self.objects.external(name)
        self.external_kinds[self.flow.first[value]] = "module"
        return value

    # Variables and attributes

    def _meanings(self) -> None:
        if self.names is None:
            return
        node, target, certain = self.names.meanings()
        kind = np.where(self.scopes.target[node], WRITE, READ)
        source = self.definitions.row_of[self.scopes.definition[node]]
        columns = (kind, np.where(certain, EXACT, INFERRED), source, target, np.full(len(node), NONE), node)
        self._blocks.append(np.stack(columns, axis=1).astype(np.int64))

    def _names(self) -> None:
        """Reads and writes of variables that have a row."""
        scopes = self.scopes
        rows = np.append(self.definitions.of_variable, NONE)
        nodes = np.flatnonzero((rows[scopes.variable] >= 0) & (scopes.definition >= 0))
        self._block(nodes, rows[scopes.variable[nodes]])

    def _mentions(self) -> None:
        """Functions, classes and external names that stand for themselves, as what is passed or stored."""
        forest, points, slot = self.forest, self.flow.points, self.program.slot
        found = self._is_certain & among(forest.kind, "name", "attribute") & ~self.scopes.target
        found &= self.scopes.definition >= 0
        head = forest.place == 0
        elsewhere = among(forest.parent_kind, "decorator", "type", "except", "raise", "import", "class", "function")
        elsewhere |= among(forest.parent_kind, "call", "attribute", "keyword") & head
        elsewhere |= among(forest.parent_kind, "attribute", "global", "nonlocal", "type_parameter")
        for node in np.flatnonzero(found & ~elsewhere).tolist():
            values = [value for value in points[slot[node]] if self.flow.kinds[value] in MENTIONED]
            if values:
                self._refer(READ, node, values, exact=True)

    def _block(self, nodes: Longs, targets: Longs) -> None:
        """Reads and writes of these rows at these nodes."""
        written = self.scopes.target[nodes]
        source = self.definitions.row_of[self.scopes.definition[nodes]]
        several = np.bincount(nodes, minlength=len(self.forest)) > 1
        resolution = np.where(self._is_certain[nodes] & ~several[nodes], EXACT, INFERRED)
        resolution[among(self.forest.kind[nodes], "name")] = EXACT
        columns = (np.where(written, WRITE, READ), resolution, source, targets, np.full(len(nodes), NONE), nodes)
        self._blocks.append(np.stack(columns, axis=1).astype(np.int64))

    def _attributes(self) -> None:
        """Reads and writes of attributes, and of variables of other modules."""
        program, points = self.program, self.flow.points
        last, name, slot = program.last, program.name, program.slot
        known: dict[int, list[int]] = {}
        nodes: list[int] = []
        rows: list[int] = []
        for node in self.solved.nodes("attribute"):
            shared = slot[node]
            if shared not in known:
                code = name[last[node]]
                found = {self._part(value, code) for value in points[slot[node + 1]]} - {NONE}
                known[shared] = sorted(found)
            for row in known[shared]:
                nodes.append(node)
                rows.append(row)
        self._block(np.array(nodes, dtype=np.int64), np.array(rows, dtype=np.int64))

    def _part(self, value: int, name: int) -> int:
        """Row of the variable or attribute that a value has under a name, or -1."""
        key = (value, name)
        if key not in self._parts:
            self._parts[key] = self._find_part(value, name)
        return self._parts[key]

    def _find_part(self, value: int, name: int) -> int:
        kind, first = self.flow.kinds[value], self.flow.first[value]
        if kind in (INSTANCE, CLASS):
            attributes = self.definitions.attributes
            return next((attributes[at, name] for at in self.objects.order(first) if (at, name) in attributes), NONE)
        if kind == MODULE:
            found = self.objects.module_variable(first, name) - self.program.first_variable
            return int(self.definitions.of_variable[found]) if found >= 0 else NONE
        return NONE
