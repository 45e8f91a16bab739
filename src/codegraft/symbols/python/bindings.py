"""What names of Python code hold from the start: functions, classes, imports; and the bases of classes."""

from collections.abc import Iterator

import numpy as np

from codegraft.symbols.flow import Flow
from codegraft.symbols.python.container_methods import METHODS
from codegraft.symbols.python.functions import Function
from codegraft.symbols.python.kinds import KINDS, among
from codegraft.symbols.python.models import MODELS
from codegraft.symbols.python.objects import CLASS, CONTAINER, EXTERNAL, FUNCTION, KEYWORDS, MODULE, REST, Objects
from codegraft.symbols.python.program import Program
from codegraft.symbols.python.rules import Rules
from codegraft.symbols.python.scopes import ImportedName
from codegraft.symbols.python.tree import NONE


class Bindings:
    """The flow of a program before any statement runs."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.flow = Flow()
        self.flow.variables(program.variables)
        self.objects = Objects(program, self.flow)
        self.rules = Rules(program, self.objects, self.flow, MODELS, METHODS)
        self.slot = program.slot
        self.forest = program.forest
        self._settled = program.scopes.settled()
        self._sources: dict[int, int] = {}
        self._raised: dict[int, None] = {}
        self._catchers: dict[int, dict[int, None]] = {}

    def nodes(self, *kinds: str) -> list[int]:
        """All nodes of some kinds, in document order."""
        found: list[int] = np.flatnonzero(among(self.forest.kind, *kinds)).tolist()
        return found

    def _names(self) -> None:
        known: dict[tuple[int, int], int] = {}
        program = self.program
        for node in program.scopes.unbound.tolist():
            key = (program.file[node], program.name[node])
            if key not in known:
                known[key] = self.objects.unbound(*key)
            if known[key] != NONE:
                self.slot[node] = known[key]
        quoted = among(self.forest.kind, "string") & among(self.forest.parent_kind, "type")
        for node in np.flatnonzero(quoted).tolist():  # an annotation in quotes means what it says
            name = program.literal(node)
            if name != NONE and (variable := self.objects.unbound(program.file[node], name)) != NONE:
                self.slot[node] = variable

    def _definitions(self) -> None:
        """Functions and classes are what their names hold, unless decorators say otherwise."""
        flow, program = self.flow, self.program
        decorated, lambda_ = KINDS["decorated"], KINDS["lambda"]
        for node, function in program.functions.items():
            flow.add(node, flow.value(FUNCTION, node))
            flow.close(node)
            if program.kind[node] != lambda_ and program.kind[program.parent[node]] != decorated:
                flow.add(self.slot[node + 1], flow.value(FUNCTION, node))
            if function.rest != NONE:
                flow.add(function.rest, flow.value(CONTAINER, node, REST))
            if function.keywords != NONE:
                flow.add(function.keywords, flow.value(CONTAINER, node, KEYWORDS))
            if program.kind[node] == lambda_:
                self._return(function, self.slot[program.last[node]])
        for node in program.classes:
            flow.add(node, flow.value(CLASS, node))
            flow.close(node)
            if program.kind[program.parent[node]] != decorated:
                flow.add(self.slot[node + 1], flow.value(CLASS, node))

    def _import(self, fact: ImportedName) -> None:
        flow, modules = self.flow, self.program.modules
        if fact.bound == NONE:
            return
        file = self.program.file[fact.node]
        variable = self.program.variable_at(fact)
        if fact.name is None:
            name = fact.module.partition(".")[0] if fact.top else fact.module
            found = modules.find(file, name)
            flow.add(variable, self.objects.external(name) if found is None else flow.value(MODULE, found))
            return
        module = modules.find(file, fact.module)
        dot = "" if fact.module.endswith(".") else "."
        submodule = modules.find(file, f"{fact.module}{dot}{fact.name}")
        if module is not None:
            code = self.program.code(fact.name.encode())
            source = self.objects.module_variable(module, code)
            if source not in (NONE, variable):
                flow.copy(source, variable)
                self._sources[fact.place] = source
            elif submodule is not None:
                flow.add(variable, flow.value(MODULE, submodule))
            flow.copy(flow.field(flow.value(MODULE, module), code), variable)
        elif submodule is not None:
            flow.add(variable, flow.value(MODULE, submodule))
        elif not fact.module.startswith("."):
            flow.add(variable, self.objects.external(f"{fact.module}.{fact.name}"))

    def _close_names(self) -> None:
        """Names that a definition or an import alone binds hold what they hold now; imports pass it on."""
        program, flow = self.program, self.flow
        decorated = KINDS["decorated"]
        for node in [*program.functions, *program.classes]:
            if program.last[node] >= 0 and program.kind[program.parent[node]] != decorated:
                self._close_name(node + 1)
        waiting = []
        for fact in program.imports:
            if fact.bound != NONE and program.kind[fact.place] == KINDS["name"]:
                source = self._sources.get(fact.place, NONE)
                if source == NONE:
                    self._close_name(fact.place)
                else:
                    waiting.append((source, fact.place))
        while ready := [place for source, place in waiting if source in flow.closed]:
            waiting = [(source, place) for source, place in waiting if source not in flow.closed]
            for place in ready:
                self._close_name(place)

    def _close_name(self, node: int) -> None:
        program = self.program
        variable = int(program.scopes.variable[node])
        alone = variable >= 0 and self._settled[variable] and program.name[node] not in program.stored
        if alone or (variable < 0 <= self.slot[node] - program.first_version):
            self.flow.close(self.slot[node])

    def _bases(self) -> None:
        """What the bases of each class are, from names, imports and assignments alone."""
        program, flow = self.program, self.flow
        written = {node: list(self.base_nodes(node)) for node in program.classes}
        for bases in written.values():
            for base in bases:
                self._load_statically(base)
        flow.run()
        found: dict[int, list[int]] = {}
        for node, bases in written.items():
            values = [value for base in bases for value in self.base_values(node, base)]
            numbers = dict.fromkeys(self._base_number(value) for value in values)
            found[node] = [number for number in numbers if number != NONE]
        self.objects.settle(found)

    def base_values(self, class_: int, base: int) -> list[int]:
        """What an expression in the head of a class names, without classes that the file defines only later."""
        flow, file = self.flow, self.program.file
        return [
            value
            for value in flow.points[self.slot[base]]
            if flow.kinds[value] != CLASS or flow.first[value] < class_ or file[flow.first[value]] != file[class_]
        ]

    def base_nodes(self, class_: int) -> Iterator[int]:
        """Expressions that name the bases of a class."""
        program = self.program
        for place, child in enumerate(program.children(class_)):
            if place and program.kind_name(child) in ("name", "attribute", "subscript", "call"):
                yield child + 1 if program.kind_name(child) == "subscript" else child

    def _base_number(self, value: int) -> int:
        kind = self.flow.kinds[value]
        if kind == CLASS:
            return self.flow.first[value]
        outside = kind == EXTERNAL and self.objects.external_name(value) != "builtins.object"
        return -2 - self.flow.first[value] if outside else NONE

    def _load_statically(self, node: int) -> None:
        """An attribute of a module or class, before the bases of classes are known."""
        while self.program.kind_name(node) == "attribute":
            name = self.program.name[self.program.last[node]]
            self.flow.when(self.slot[node + 1], self._static_member, name, self.slot[node])
            node += 1

    def _static_member(self, value: int, name: int, result: int) -> None:
        if self.flow.kinds[value] in (MODULE, EXTERNAL):
            self.rules.load(value, name, result, result)
        elif self.flow.kinds[value] == CLASS and (own := self.objects.own(self.flow.first[value], name)) != NONE:
            self.flow.copy(own, result)

    def _subclasses(self) -> None:
        """A class statement runs ``__init_subclass__`` of its bases."""
        flow, objects, code = self.flow, self.objects, self.program.code(b"__init_subclass__")
        for class_ in self.program.classes:
            if any(at >= 0 and objects.own(at, code) != NONE for at in objects.order(class_)[1:]):
                value = flow.value(CLASS, class_)
                member = objects.after(class_, class_, code)
                flow.when(member, self.rules.call_member, value, class_, (), flow.variable())

    def _return(self, function: Function, variable: int) -> None:
        if variable in function.by_name.values() and not function.generator:
            function.passed[variable] = None
        else:
            self.flow.copy(variable, function.returns)
