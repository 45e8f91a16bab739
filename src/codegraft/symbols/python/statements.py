"""What Python statements make flow: assignments, loops, ``with``, ``except``, ``return``, ``raise``, decorators."""

from collections.abc import Callable
from functools import cached_property
from typing import Final

from codegraft.symbols.python.arguments import MAX_RECEIVERS
from codegraft.symbols.python.expressions import Expressions
from codegraft.symbols.python.functions import Function
from codegraft.symbols.python.kinds import KINDS, LITERALS, Kind
from codegraft.symbols.python.objects import (
    ALL,
    CLASS,
    CONTAINER,
    EXTERNAL,
    INSTANCE,
    OBJECT,
)
from codegraft.symbols.python.tree import NONE

DESCRIPTORS: Final = frozenset({"builtins.property", "builtins.staticmethod", "builtins.classmethod"})
"""Decorators that say what kind of method this is; nobody thinks of them as calls."""


class Statements(Expressions):
    """Adds the flow of statements."""

    def _assignments(self) -> None:
        program, kind = self.program, self.program.kind
        type_ = KINDS["type"]
        self._later: list[tuple[int, int]] = []
        for node in self.nodes("assignment", "walrus"):
            value = program.last[node]
            while kind[value] == KINDS["assignment"]:
                value = program.last[value]
            if kind[value] == type_ or value == node + 1:
                continue
            if kind[value] not in LITERALS or self._runs(node + 1):
                self._assign(node + 1, self.slot[value])

    def _assign(self, target: int, source: int) -> None:
        """``target = source``; attributes and items wait until the bases of classes are known."""
        if self.program.kind_name(target) == "name":
            if self.program.matters[self.slot[target]]:
                self.flow.copy(source, self.slot[target])
        elif self.program.last[target] >= 0:
            self._later.append((target, source))

    def _runs(self, target: int) -> bool:
        """Whether assigning may call something: a property's setter, ``__setitem__``."""
        program = self.program
        if program.kind_name(target) == "attribute":
            return program.name[program.last[target]] in self._set
        return program.kind_name(target) == "subscript"

    @cached_property
    def _set(self) -> frozenset[int]:
        return frozenset(name for _, name in self.program.setters)

    def _store(self, target: int, source: int) -> None:
        program, flow, rules = self.program, self.flow, self.rules
        kind = program.kind_name(target)
        if kind == "attribute":
            flow.when(self.slot[target + 1], rules.store, program.name[program.last[target]], source, target)
        elif kind == "subscript":
            key = program.key(program.last[target])
            flow.when(self.slot[target + 1], rules.set_item, key, source, target)
        elif kind in ("tuple", "list"):
            parts = list(program.children(target))
            star = next((place for place, part in enumerate(parts) if program.kind_name(part) == "splat"), NONE)
            parts[star : star + 1] = [parts[star] + 1] if star != NONE else parts[star : star + 1]
            flow.when(source, rules.unpack, tuple(self.slot[part] for part in parts), star, target)
            for part in parts:
                if program.kind_name(part) != "name" and program.last[part] >= 0:
                    self._store(part, part)

    def _stores(self) -> None:
        for target, source in self._later:
            self._store(target, source)

    def _statements(self) -> None:
        program, flow, rules, slot, last = self.program, self.flow, self.rules, self.slot, self.program.last
        for node in self.nodes("for", "for_in"):
            iterable = program.after[node + 1] if last[node] >= 0 else NONE
            if iterable >= 0:
                flow.when(slot[iterable], rules.iterate, node, node)
                self._bind(node + 1, node)
        for node in self.nodes("with", "except"):
            if last[node] >= 0 and program.kind_name(node + 1) == "as":
                rule: Callable[..., None] = rules.enter if program.kind_name(node) == "with" else self._catch
                flow.when(slot[node + 2], rule, node, node)
                self._bind(last[node + 1], node)
            elif last[node] >= 0 and program.kind_name(node) == "with":
                flow.when(slot[node + 1], rules.enter, node, node)
        for node in self.nodes("return", "yield"):
            function = program.functions.get(program.definition[node])
            if function is None or last[node] < 0:
                continue
            if program.kind_name(node) == "return":
                missing = self._missing(function, node)
                if missing != NONE:
                    function.unless.append((missing, slot[last[node]]))
                else:
                    self._return(function, slot[last[node]])
            elif self.forest.start[node + 1] - self.forest.start[node] >= len("yield from "):
                flow.when(slot[node + 1], rules.iterate, function.yields, node)
            else:
                flow.copy(slot[node + 1], function.yields)
        for node in self.nodes("augmented"):
            if last[node] >= 0 and program.kind[last[node]] not in LITERALS:
                flow.when(slot[node + 1], rules.augment, slot[last[node]], node)
        for node in self.nodes("raise"):
            if last[node] >= 0:
                flow.when(slot[node + 1], self._raise, node)

    def _missing(self, function: Function, node: int) -> int:
        """The parameter that is None, or false, where a ``return`` runs, as ``if parameter is None:`` says; or -1."""
        program = self.program
        block = program.parent[node]
        before = NONE
        for child in program.children(program.parent[block]) if program.kind[block] == Kind.BLOCK else ():
            if child == block:
                break
            before = child
        if before == NONE or program.last[before] < 0:
            return NONE
        tested = self.slot[before + 1] if program.kind[before + 1] == Kind.NAME else NONE
        if tested not in function.by_name.values() or self.forest.end[before] > self.forest.start[block]:
            return NONE
        parts = [program.text(program.name[part]) for part in program.children(before) if program.name[part] != NONE]
        negated = program.kind[before] == Kind.UNARY and len(parts) == 1
        far = self.forest.start[before + 1] - self.forest.start[before] >= len("not ")
        return tested if parts[1:] == ["is", "None"] or (negated and far) else NONE

    def _bind(self, target: int, source: int) -> None:
        if self.program.kind_name(target) == "name":
            self.flow.copy(source, self.slot[target])
        else:
            self._store(target, source)

    def _catch(self, value: int, result: int, place: int) -> None:
        """``except value as result``"""
        flow = self.flow
        if flow.kinds[value] == CLASS:
            self._catchers.setdefault(flow.first[value], {})[result] = None
            for raised in list(self._raised):
                self._hand_over(raised, flow.first[value], result)
        elif flow.kinds[value] == CONTAINER:
            flow.when(self.objects.element(value, ALL), self._catch, result, place)
        elif flow.kinds[value] == EXTERNAL:
            flow.add(result, self.objects.external(self.objects.external_name(value), OBJECT))

    def _raise(self, value: int, place: int) -> None:
        """``raise value``: a class is made an instance, which goes to whoever may catch it."""
        flow = self.flow
        if flow.kinds[value] == CLASS:
            self.rules.call(value, place, [], place)
            value = flow.value(INSTANCE, flow.first[value])
        if flow.kinds[value] == INSTANCE and value not in self._raised:
            self._raised[value] = None
            for class_ in self.objects.order(flow.first[value]):
                for result in list(self._catchers.get(class_, ())):
                    self._hand_over(value, class_, result)

    def _hand_over(self, raised: int, class_: int, result: int) -> None:
        flow = self.flow
        if class_ in self.objects.order(flow.first[raised]):
            many = len(flow.points[result]) >= MAX_RECEIVERS
            flow.add(result, flow.value(INSTANCE, class_) if many else raised)

    def _decorators(self) -> None:
        """Each decorator is called with what the one below it gives; what the first gives is what the name holds."""
        program, flow = self.program, self.flow
        for node in self.nodes("decorated"):
            defined = program.last[node]
            if program.kind_name(defined) not in ("function", "class"):
                continue
            function = program.functions.get(defined)
            given = defined
            for decorator in reversed(program.decorators(defined)):
                if program.last[decorator] >= 0:
                    flow.when(self.slot[decorator + 1], self._decorate, given, decorator)
                    given = decorator
            if function is not None and function.accessor:
                given = self.slot[program.decorators(defined)[0] + 2]  # the property, as ``@name.setter`` says
            flow.copy(given, self.slot[defined + 1])

    def _decorate(self, value: int, given: int, decorator: int) -> None:
        if self.flow.kinds[value] in (EXTERNAL, OBJECT):
            if self.flow.kinds[value] == OBJECT or self.objects.external_name(value) not in DESCRIPTORS:
                self.rules.note(decorator, value)
            self.flow.copy(given, decorator)
        else:
            self.rules.call(value, decorator, [(0, given)], decorator)
