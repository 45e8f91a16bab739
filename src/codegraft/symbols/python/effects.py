"""What Python code names in annotations, raises, catches, returns, and is decorated with."""

from collections.abc import Iterator

from codegraft.symbols.python.kinds import LITERALS, among
from codegraft.symbols.python.objects import CLASS, CONTAINER, EXTERNAL, INSTANCE, OBJECT
from codegraft.symbols.python.reference_rows import CATCH, DECORATE, RAISE, RETURN, TYPE, ReferenceRows
from codegraft.symbols.python.tree import NONE


class Effects(ReferenceRows):
    """References to classes and decorators, apart from those that call or inherit."""

    def _types(self) -> None:
        """Classes named in annotations; those of what a function returns are of its own."""
        program, forest = self.program, self.forest
        returned = among(forest.parent_kind, "function")
        whole = NONE
        for type_ in self.solved.nodes("type"):
            if whole != NONE and program.file[type_] == program.file[whole] and forest.end[type_] <= forest.end[whole]:
                continue  # an argument of the type before
            whole, function = type_, program.parent[type_]
            for node in self._expressions(type_):
                values = [value for value in self.flow.points[program.slot[node]] if self._is_type(value)]
                if returned[type_]:
                    self._refer(RETURN, node, values, exact=True, source=self.row_of[function])
                else:
                    self._refer(TYPE, node, values, exact=True)
                for value in values:
                    if self.flow.kinds[value] == EXTERNAL:
                        self.external_kinds.setdefault(self.flow.first[value], "class")

    def _expressions(self, node: int) -> Iterator[int]:
        """Names, attributes and quoted names in a piece of syntax, whole ones only."""
        pending = [node]
        while pending:
            at = pending.pop()
            if self.program.kind_name(at) in ("name", "attribute", "string"):
                yield at
            else:
                pending += self.program.children(at)

    def _is_type(self, value: int) -> bool:
        return self.flow.kinds[value] in (CLASS, EXTERNAL)

    def _exceptions(self) -> None:
        program = self.program
        for node in self.solved.nodes("raise"):
            if program.last[node] >= 0 and program.kind[node + 1] not in LITERALS:
                named = node + 2 if program.kind_name(node + 1) == "call" else node + 1
                self._refer(RAISE, node + 1, self._classes(program.slot[node + 1]), exact=self._certain(named))
        for node in self.solved.nodes("except"):
            if program.last[node] < 0 or program.kind_name(node + 1) == "block":
                continue
            caught = node + 2 if program.kind_name(node + 1) == "as" else node + 1
            parts = list(program.children(caught)) if program.kind_name(caught) == "tuple" else [caught]
            for part in parts:
                self._refer(CATCH, part, self._classes(program.slot[part]), exact=self._certain(part))

    def _classes(self, variable: int) -> list[int]:
        """Exception classes among the values of a variable, those in tuples included."""
        found: list[int] = []
        for value in self.flow.points[variable]:
            if self.flow.kinds[value] == CONTAINER:
                found += self.flow.points[self.objects.element(value, -2)]
            else:
                found.append(value)
        found = [value for value in found if self.flow.kinds[value] in (CLASS, INSTANCE, EXTERNAL, OBJECT)]
        for value in found:
            if self.flow.kinds[value] in (EXTERNAL, OBJECT):
                self.external_kinds[self.flow.first[value]] = "exception"
        return found

    def _decorators(self) -> None:
        program = self.program
        for node in self.solved.nodes("decorator"):
            if program.last[node] < 0:
                continue
            named = node + 1
            while program.kind_name(named) == "call":
                named += 1
            defined = program.last[program.parent[node]]
            source = self.row_of[defined]
            if source != NONE and program.kind_name(defined) in ("function", "class"):
                self._refer(DECORATE, named, self.flow.points[program.slot[named]], exact=True, source=source)

    def _returns(self) -> None:
        """Classes whose instances a function without annotation returns."""
        program, flow = self.program, self.flow
        for node, function in program.functions.items():
            returned = [function.returns, *function.passed]
            values = [value for variable in returned for value in flow.points[variable]]
            values = [value for value in dict.fromkeys(values) if flow.kinds[value] in (INSTANCE, OBJECT)]
            annotated = any(program.kind_name(child) == "type" for child in program.children(node))
            if values and not annotated:
                self._refer(RETURN, node, values, exact=False, source=self.row_of[node])
