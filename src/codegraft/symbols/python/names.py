"""Which definition every name of Python code means: what an editor would jump to.

A name means the definition that binds its variable, an imported one that of the other module, an attribute what the
class or module before the dot has. Where several may be meant, none is.
"""

from typing import Final, NamedTuple

import numpy as np

from codegraft.symbols.python.definitions import PythonDefinitions
from codegraft.symbols.python.flow import PythonFlow
from codegraft.symbols.python.kinds import Mask, among
from codegraft.symbols.python.objects import CLASS, INSTANCE, MODULE, SUPER
from codegraft.symbols.python.tree import NONE, Longs

_HOLDERS: Final = (INSTANCE, CLASS, SUPER)
"""Values whose parts are those of a class."""


class Meanings(NamedTuple):
    """Names and attributes by their ``node`` [m], and the row of the definition that each means: ``target`` [m].

    ``certain`` [m] says that nothing but definitions, or nothing but imports, binds the name.
    """

    node: Longs
    target: Longs
    certain: Mask


class PythonNames:
    """What names and attributes mean in a solved program whose definitions hold local variables, too."""

    def __init__(self, solved: PythonFlow, definitions: PythonDefinitions) -> None:
        self.flow, self.objects, self.program = solved.flow, solved.objects, solved.program
        self.forest, self.scopes, self.definitions = definitions.forest, definitions.scopes, definitions
        binders = self.scopes.binders
        self._is_head = among(self.forest.parent_kind[binders], "function", "class") & ~self.scopes.target[binders]
        self._is_import = among(self.forest.parent_kind[binders], "import") | among(self.forest.kind[binders], "import")
        self.of_variable = self._variables()
        self._parts: dict[tuple[int, int], int] = {}
        self._receivers = {
            function.positional[0]: function.owner
            for function in self.program.functions.values()
            if function.owner != NONE and function.positional and not function.static
        }

    def meanings(self) -> Meanings:
        """All names and attributes of which the meaning is known, but those that are the definition themselves."""
        meant = np.full(len(self.forest), NONE, dtype=np.int64)
        certain = np.zeros(len(self.forest), dtype=np.bool_)
        self._names(meant, certain)
        attributes = self._attributes(meant)
        self._of_classes(attributes, meant)
        certain[attributes] = self._settled_rows[meant[attributes]]
        node = np.flatnonzero((meant != NONE) & (meant != self.definitions.row_of))
        return Meanings(node, meant[node], certain[node])

    # Variables

    def _variables(self) -> Longs:
        """[v] the definition that each variable stands for, -1 where several do."""
        size, variable_of = len(self.scopes.home), self.scopes.variable_of
        times = np.bincount(variable_of, minlength=size)
        heads = np.bincount(variable_of[self._is_head], minlength=size)
        imports = np.bincount(variable_of[self._is_import], minlength=size)
        defined = np.flatnonzero(self._is_head)
        rows = self._rows_of_heads(self.scopes.binders[defined])
        first, last = np.full(size, len(self.forest), dtype=np.int64), np.full(size, NONE, dtype=np.int64)
        np.minimum.at(first, variable_of[defined], rows)
        np.maximum.at(last, variable_of[defined], rows)
        of_variable = self.definitions.of_variable.astype(np.int64)
        found = np.where(heads == times, last, np.where((of_variable == NONE) & (heads > 0), first, of_variable))
        open_ = (imports > 0) | self._spread(variable_of[defined], defined)
        found[(heads > 0) & open_ & (heads + imports == times)] = NONE
        self._settled_rows = np.ones(len(self.definitions.nodes) + 1, dtype=np.bool_)
        rebound = (heads + imports > 0) & (heads != times) & (imports != times)
        self._settled_rows[rows[rebound[variable_of[defined]]]] = False
        self._settled_rows[found[rebound & (found != NONE)]] = False
        return self._follow(found, imports == times)

    def _rows_of_heads(self, heads: Longs) -> Longs:
        return self.definitions.row_of[self.forest.parent[heads]].astype(np.int64)

    def _spread(self, variables: Longs, binders: Longs) -> Mask:
        """[v] variables with definitions in several blocks, of which one alone runs."""
        forest = self.forest
        made = forest.parent[self.scopes.binders[binders]]
        decorated = among(forest.parent_kind[made], "decorated")
        block = forest.parent[np.where(decorated, forest.parent[made], made)]
        lowest = np.full(len(self.scopes.home), len(forest), dtype=np.int64)
        highest = np.full(len(self.scopes.home), NONE, dtype=np.int64)
        np.minimum.at(lowest, variables, block)
        np.maximum.at(highest, variables, block)
        several: Mask = (highest != NONE) & (lowest != highest)
        return several

    def _follow(self, found: Longs, imported: Mask) -> Longs:
        """Meanings with imports followed, as long as nothing else binds the name on the way."""
        brought = self._brought()
        for start in np.flatnonzero(imported).tolist():
            way = {start: None}
            at = start
            while imported[at] and len(brought.get(at, ())) == 1 and (after := next(iter(brought[at]))) not in way:
                way[after] = None
                at = after
            if at != start and found[at] != NONE:
                found[start] = found[at]
        return found

    def _brought(self) -> dict[int, dict[int, None]]:
        """Variables of other modules that imports bring, by the variable that they are bound to."""
        program, first = self.program, self.program.first_variable
        brought: dict[int, dict[int, None]] = {}
        imports = (fact for fact in program.imports if fact.bound != NONE)
        for fact, variable in zip(imports, self.scopes.variable_of[self._last_binders()].tolist(), strict=True):
            module = None if fact.name is None else program.modules.find(program.file[fact.node], fact.module)
            if module is not None and fact.name is not None:
                source = self.objects.module_variable(module, program.code(fact.name.encode()))
                if source not in (NONE, first + variable):
                    brought.setdefault(variable, {})[source - first] = None
        return brought

    def _last_binders(self) -> slice:
        """Binders that are imports with a bound name: they stand last, in the order of the imports."""
        number = sum(fact.bound != NONE for fact in self.program.imports)
        return slice(len(self.scopes.variable_of) - number, None)

    # Names

    def _names(self, meant: Longs, certain: Mask) -> None:
        """Names that stand for a variable of their own scope, of one around or of a module that a star names."""
        scopes, program = self.scopes, self.program
        slots = np.asarray(program.slot).astype(np.int64)
        variable = scopes.variable.copy()
        stars = scopes.unbound[(slots[scopes.unbound] >= program.first_variable)]
        stars = stars[slots[stars] < program.first_version]
        variable[stars] = slots[stars] - program.first_variable
        self._redirect(variable)
        nodes = np.flatnonzero((variable >= 0) & ~self._is_early(variable))
        meant[nodes] = self.of_variable[variable[nodes]]
        certain[nodes] = self._settled_rows[meant[nodes]]
        version = slots[nodes] - program.first_version
        own = (version >= 0) & (slots[nodes] < program.first_function)
        defined = self._versions()[np.where(own, version, NONE)]
        versioned = nodes[defined != NONE]
        meant[versioned], certain[versioned] = defined[defined != NONE], True

    def _redirect(self, variable: Longs) -> None:
        """Give names in ``global`` and ``nonlocal`` statements the variable that the statement is about."""
        forest, scopes = self.forest, self.scopes
        said = among(forest.kind, "name") & among(forest.parent_kind, "global", "nonlocal")
        for node in np.flatnonzero(said).tolist():
            name, at = int(forest.name[node]), int(scopes.scope[node])
            if self.program.kind_name(self.program.parent[node]) == "global":
                variable[node] = scopes.find(self.program.module_root(self.program.file[node]), name)
                continue
            while variable[node] == NONE and (at := int(scopes.scope[at])) != NONE:
                if self.program.kind_name(at) in ("function", "lambda"):
                    variable[node] = scopes.find(at, name)

    def _is_early(self, variable: Longs) -> Mask:
        """[n] names that a module or class body uses before it binds them: those are of a scope around, or builtins."""
        scopes, forest = self.scopes, self.forest
        first = np.full(len(scopes.home), len(forest) - 1, dtype=np.int64)
        np.minimum.at(first, scopes.variable_of, scopes.binders)
        whole = among(forest.parent_kind[first], "function", "class", "assignment")
        since = np.append(forest.end[np.where(whole, forest.parent[first], first)], 0)
        home = np.append(scopes.home, NONE)[variable]
        binds = np.zeros(len(forest), dtype=np.bool_)
        binds[scopes.binders] = True
        runs_in = scopes.definition.copy()
        while len(inner := np.flatnonzero((runs_in >= 0) & among(forest.kind[runs_in], "class") & (runs_in != home))):
            runs_in[inner] = scopes.definition[runs_in[inner]]
        early: Mask = (home >= 0) & (runs_in == home) & ~binds
        early &= among(forest.kind[np.maximum(home, 0)], "module", "class") & (forest.start < since[variable])
        return early

    def _versions(self) -> Longs:
        """[versions + 1] the function or class that a version of a variable is, or -1; the last is for no version."""
        program = self.program
        found = np.full(program.first_function - program.first_version + 1, NONE, dtype=np.int64)
        heads = self.scopes.binders[self._is_head]
        version = np.asarray(program.slot)[heads].astype(np.int64) - program.first_version
        own = (version >= 0) & (version < len(found) - 1)
        found[version[own]] = self._rows_of_heads(heads[own])
        return found

    # Attributes

    def _attributes(self, meant: Longs) -> Longs:
        """Attributes, of which many share the variable of the object and the name; their nodes."""
        forest, points = self.forest, self.flow.points
        nodes = np.flatnonzero(among(forest.kind, "attribute") & (forest.last >= 0))
        nodes = nodes[forest.name[forest.last[nodes]] >= 0]
        slots = np.asarray(self.program.slot)[nodes + 1].astype(np.int64)
        times = np.append(np.bincount(self.scopes.variable_of, minlength=len(self.scopes.home)), 0)
        once = times[self.scopes.variable[nodes + 1]] == 1
        width = len(forest.names)
        keys, place = np.unique((slots * 2 + once) * width + forest.name[forest.last[nodes]], return_inverse=True)
        objects, names = np.divmod(keys, width)
        targets = [
            self._of_values(slot // 2, points[slot // 2], name, bool(slot % 2))
            for slot, name in zip(objects.tolist(), names.tolist(), strict=True)
        ]
        meant[nodes] = np.array(targets, dtype=np.int64)[place]
        return nodes

    def _of_classes(self, attributes: Longs, meant: Longs) -> None:
        """Attributes of names that mean a class, whatever its decorators made of it; inner ones first."""
        row_of = self.definitions.row_of
        class_at = {int(row_of[node]): node for node in self.program.classes}
        open_ = attributes[meant[attributes] == NONE]
        for node in open_[::-1].tolist():
            if (class_ := class_at.get(int(meant[node + 1]), NONE)) != NONE:
                meant[node] = self._part(self.flow.value(CLASS, class_), int(self.forest.name[self.forest.last[node]]))

    def _of_values(self, slot: int, values: tuple[int, ...], name: int, once: bool) -> int:
        """The definition that all values have under a name, or -1; ``once``: a name that is bound once holds them."""
        if once and (owner := self._receivers.get(slot, NONE)) != NONE:
            return self._part(self.flow.value(INSTANCE, owner), name)
        found = {self._part(value, name) for value in self._general(values)}
        return found.pop() if len(found) == 1 else NONE

    def _general(self, values: tuple[int, ...]) -> tuple[int, ...]:
        """The value whose class all others inherit from, where there is one: it declares what they have."""
        flow, objects = self.flow, self.objects
        if len(values) < 2 or any(flow.kinds[value] not in (INSTANCE, CLASS) for value in values):
            return values
        for value in values:
            if all(flow.first[value] in objects.order(flow.first[other]) for other in values):
                return (value,)
        return values

    def _part(self, value: int, name: int) -> int:
        key = (value, name)
        if key not in self._parts:
            self._parts[key] = self._find_part(value, name)
        return self._parts[key]

    def _find_part(self, value: int, name: int) -> int:
        kind, first = self.flow.kinds[value], self.flow.first[value]
        if kind == MODULE:
            found = self.objects.module_variable(first, name) - self.program.first_variable
            return int(self.of_variable[found]) if found >= 0 else NONE
        if kind not in _HOLDERS:
            return NONE
        attributes = self.definitions.attributes
        for class_ in self.objects.order(first)[kind == SUPER :]:
            if class_ >= 0 and (own := self.objects.own(class_, name)) != NONE:
                return int(self.of_variable[own - self.program.first_variable])
            if (class_, name) in attributes:
                return attributes[class_, name]
        return NONE
