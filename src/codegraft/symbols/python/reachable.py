"""Calls on ``self`` that no instance can make.

The first parameter of a class's methods is one variable, so that it also holds instances of subclasses that override
the very method in which a call stands. Those never run it, unless their own version calls it by ``super()``.
"""

import numpy as np

from codegraft.symbols.python.flow import PythonFlow
from codegraft.symbols.python.kinds import Kind, among
from codegraft.symbols.python.tree import NONE


class Reachable:
    """Says whether a function can be called on ``self`` at a place."""

    def __init__(self, solved: PythonFlow) -> None:
        self.program, self.objects = solved.program, solved.objects
        super_ = self.program.forest.codes.get(b"super", NONE)
        names = np.flatnonzero(among(self.program.forest.kind, "name") & (self.program.forest.name == super_))
        self._passes_on = {self.program.definition[node] for node in names.tolist()}
        self._methods: dict[tuple[int, int], list[int]] = {}
        for node, function in self.program.functions.items():
            if function.owner != NONE and self.program.kind[node] == Kind.FUNCTION:
                self._methods.setdefault((function.owner, self.program.name[node + 1]), []).append(node)

    def __call__(self, place: int, function: int) -> bool:
        """Whether some instance on which the function is found runs the method around the place."""
        program = self.program
        called = place + 1 if program.kind[place] == Kind.CALL else place
        if program.kind[called] != Kind.ATTRIBUTE or program.kind[called + 1] != Kind.NAME:
            return True
        head = program.functions.get(program.definition[place])
        found = program.functions[function]
        if head is None or NONE in (head.owner, found.owner) or found.owner == head.owner:
            return True
        if head.positional[:1] != [program.slot[called + 1]] or head.owner not in self.objects.order(found.owner):
            return True
        return not self._overrides(found.owner, head.owner, program.name[program.definition[place] + 1])

    def _overrides(self, class_: int, above: int, name: int) -> bool:
        """Whether a class has its own version of a method from above that does not call that one."""
        order = self.objects.order(class_)
        for at in order[: order.index(above)]:
            if at >= 0 and self.objects.own(at, name) != NONE:
                return not any(node in self._passes_on for node in self._methods.get((at, name), ()))
        return False
