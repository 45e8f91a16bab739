"""Arguments of Python calls: which parameters they reach, and which of them come back."""

from collections.abc import Sequence
from typing import Final

from codegraft.symbols.flow import Flow
from codegraft.symbols.python.functions import Function
from codegraft.symbols.python.objects import ALL, ANY, CONTAINER, INSTANCE, Objects
from codegraft.symbols.python.program import KEYWORD_SLOTS, SPLAT, SPLAT2, Argument, Program
from codegraft.symbols.python.tree import NONE

MAX_RECEIVERS: Final = 4
"""Classes whose instances a method is followed with, each on its own."""


class Arguments:
    """Binds arguments to parameters."""

    def __init__(self, program: Program, objects: Objects, flow: Flow) -> None:
        self.program, self.objects, self.flow = program, objects, flow

    def give_back(self, function: Function, arguments: Sequence[Argument], shift: int, result: int) -> None:
        """What depends on the call: parameters that are returned, results for want of a parameter."""
        given = {self._parameter(function, slot, shift): variable for slot, variable in arguments}
        spread = any(slot < 0 for slot, _ in arguments)
        for parameter in function.passed:
            if parameter in given:
                self.flow.copy(given[parameter], result)
            elif spread:
                self.flow.copy(parameter, result)
            elif parameter in function.defaults:
                self.flow.copy(function.defaults[parameter], result)
        for parameter, source in function.unless:
            if parameter not in given:
                self.flow.copy(source, result)

    def receiver(self, function: Function, receiver: int) -> int:
        """The receiver itself, or any instance of the method's own class where there have been many others."""
        flow = self.flow
        held = flow.points[function.positional[0]]
        if len(held) < MAX_RECEIVERS or flow.kinds[receiver] != INSTANCE or function.owner == NONE:
            return receiver
        return flow.value(INSTANCE, function.owner)

    def pass_arguments(self, function: Function, arguments: Sequence[Argument], shift: int) -> None:
        """Arguments flow to parameters, defaults to those without; the first ``shift`` parameters are bound already."""
        flow = self.flow
        if function.defaults:
            given = {self._parameter(function, slot, shift) for slot, _ in arguments}
            for variable, default in function.defaults.items():
                if variable not in given:
                    flow.copy(default, variable)
        positional, matters = function.positional[shift:], self.program.matters
        for slot, variable in arguments:
            if slot == SPLAT:
                flow.when(variable, self._spread, function, shift)
            elif slot == SPLAT2:
                flow.when(variable, self._spread_keywords, function)
            elif slot == shift == 0 and positional and function.owner != NONE and not function.static:
                flow.when(variable, self._admit, function.owner, positional[0])
            elif 0 <= slot < len(positional):
                if matters[positional[slot]]:
                    flow.copy(variable, positional[slot])
            elif 0 <= slot < KEYWORD_SLOTS:
                for rest in flow.points[function.rest] if function.rest != NONE else ():
                    flow.copy(variable, self.objects.element(rest, self.objects.index(slot - len(positional))))
            elif (parameter := function.by_name.get(slot - KEYWORD_SLOTS)) is not None:
                flow.copy(variable, parameter)
            else:
                for rest in flow.points[function.keywords] if function.keywords != NONE else ():
                    flow.copy(variable, self.objects.element(rest, slot - KEYWORD_SLOTS))

    def _parameter(self, function: Function, slot: int, shift: int) -> int:
        """Variable of the parameter that an argument is for, or -1."""
        if slot >= KEYWORD_SLOTS:
            return function.by_name.get(slot - KEYWORD_SLOTS, NONE)
        return function.positional[slot + shift] if 0 <= slot < len(function.positional) - shift else NONE

    def _admit(self, value: int, owner: int, receiver: int) -> None:
        """``Class.method(value)``: the first parameter takes instances of the class and of what inherits from it."""
        flow = self.flow
        if flow.kinds[value] != INSTANCE or owner in self.objects.order(flow.first[value]):
            flow.add(receiver, value)

    def _spread(self, value: int, function: Function, shift: int) -> None:
        """``*arguments``: elements by their place where it is known."""
        flow, objects = self.flow, self.objects
        if flow.kinds[value] != CONTAINER:
            return
        for place, parameter in enumerate(function.positional[shift:]):
            for element in objects.read(value, self.objects.index(place)):
                flow.copy(element, parameter)
        for rest in flow.points[function.rest] if function.rest != NONE else ():
            flow.copy(objects.element(value, ALL), objects.element(rest, ANY))

    def _spread_keywords(self, value: int, function: Function) -> None:
        flow, objects = self.flow, self.objects
        if flow.kinds[value] != CONTAINER:
            return
        for name, parameter in function.by_name.items():
            for element in objects.read(value, name):
                flow.copy(element, parameter)
        for rest in flow.points[function.keywords] if function.keywords != NONE else ():
            objects.merge(value, rest)
