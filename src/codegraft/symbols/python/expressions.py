"""What Python expressions make flow: displays, attributes, calls, items, operators."""

from typing import Final

import numpy as np

from codegraft.symbols.python.bindings import Bindings
from codegraft.symbols.python.kinds import KINDS, LITERALS, among
from codegraft.symbols.python.objects import ANY, CONTAINER, KEYS, OBJECT
from codegraft.symbols.python.tree import NONE

OPERATORS: Final = {
    **{"+": "__add__", "-": "__sub__", "*": "__mul__", "/": "__truediv__", "//": "__floordiv__", "%": "__mod__"},
    **{"**": "__pow__", "@": "__matmul__", "&": "__and__", "|": "__or__", "^": "__xor__", "<<": "__lshift__"},
    **{">>": "__rshift__", "==": "__eq__", "!=": "__ne__", "<": "__lt__", "<=": "__le__", ">": "__gt__"},
    **{">=": "__ge__", "in": "__contains__", "not in": "__contains__"},
}
"""Methods of binary operators; of ``in`` the right side has it."""


class Expressions(Bindings):
    """Adds the flow of expressions."""

    def _displays(self) -> None:
        """Lists, tuples, sets, dictionaries, comprehensions and strings."""
        program, flow, objects = self.program, self.flow, self.objects
        worthless = (*LITERALS, KINDS["string"])
        target = program.scopes.target
        for node in self.nodes("tuple", "list", "set", "dictionary"):
            if target[node]:
                continue
            made = flow.value(CONTAINER, node)
            flow.add(node, made)
            flow.close(node)
            for place, child in enumerate(program.children(node)):
                code = program.kind[child]
                if code == KINDS["pair"]:
                    value = program.last[child]
                    if program.kind[value] not in worthless:
                        flow.copy(self.slot[value], objects.element(made, program.key(child + 1)))
                    if program.kind[child + 1] not in worthless:
                        flow.copy(self.slot[child + 1], objects.element(made, KEYS))
                elif code in (KINDS["splat"], KINDS["splat2"]):
                    flow.when(self.slot[child + 1], self._spill, made, node)
                elif code not in worthless:
                    flow.copy(self.slot[child], objects.element(made, self.objects.index(place)))
        for node in self.nodes("comprehension"):
            made = flow.value(CONTAINER, node)
            flow.add(node, made)
            child = node + 1
            if program.kind[child] == KINDS["pair"]:
                flow.copy(self.slot[child + 1], objects.element(made, KEYS))
                child = program.last[child]
            flow.copy(self.slot[child], objects.element(made, ANY))
        text = objects.external("builtins.str", OBJECT)
        used = among(self.forest.parent_kind, "attribute", "assignment", "conditional", "choice")
        for node in np.flatnonzero(among(self.forest.kind, "string") & used).tolist():
            flow.add(node, text)
            flow.close(node)

    def _spill(self, value: int, made: int, place: int) -> None:
        """``[*value]`` or ``{**value}``"""
        if self.flow.kinds[value] == CONTAINER and self.objects.container_type(value) == "dict":
            self.objects.merge(value, made)
        else:
            self.rules.iterate(value, self.objects.element(made, ANY), place)

    def _expressions(self) -> None:
        program, flow, rules, slot = self.program, self.flow, self.rules, self.slot
        when, name, last, kind = flow.when, program.name, program.last, program.kind
        target = program.scopes.target
        closed, points = flow.closed, flow.points
        for node in reversed(self.nodes("attribute")):
            if slot[node] == node and not target[node]:
                base = slot[node + 1]
                if base not in closed or not rules.load_at_once(points[base], name[last[node]], node):
                    when(base, rules.load, name[last[node]], node, node)
        for node in self.nodes("call"):
            called = slot[node + 1]
            if called in closed:
                for value in points[called]:
                    rules.call_node(value, node)
            else:
                when(called, rules.call_node, node)
        for node in self.nodes("subscript"):
            if not target[node] and kind[node + 1] not in LITERALS:
                index = last[node]
                if kind[index] == KINDS["slice"]:
                    when(slot[node + 1], rules.cut, index, node)
                else:
                    when(slot[node + 1], rules.get_item, program.key(index), node, node)
        for node in self.nodes("conditional"):
            operands = list(program.children(node))  # fewer than three where what is nested too deep was left out
            for operand in operands[::2]:
                flow.copy(slot[operand], node)
        for node in self.nodes("choice", "await"):
            for child in program.children(node):
                flow.copy(slot[child], node)
        self._operations()

    def _operations(self) -> None:
        """Operators, where some class of the repository has a method for them."""
        program, forest = self.program, self.forest
        heads = among(forest.parent_kind, "function") & (forest.place == 0)
        methods = {program.text(code) for code in np.unique(forest.name[heads]).tolist() if code >= 0}
        known = {forest.codes.get(sign.encode(), NONE): name for sign, name in OPERATORS.items() if name in methods}
        joins = {forest.codes.get(sign, NONE) for sign in (b"+", b"*", b"|")} - {NONE}
        for node in self.nodes("operator") if known or joins else ():
            method = known.get(program.name[node])
            left, right = program.parent[node] + 1, program.after[node]
            if right < 0:
                continue
            if program.name[node] in joins:
                for side in (left, right):
                    if program.kind[side] not in LITERALS and program.kind[side] != KINDS["string"]:
                        self.flow.when(self.slot[side], self.rules.join, program.parent[node])
            if method is None:
                continue
            if method == "__contains__":
                left, right = right, left
            if program.kind[left] not in LITERALS:
                self.flow.when(self.slot[left], self.rules.operate, method, self.slot[right], program.parent[node])
