"""Calls of Python values: which functions they run, what flows to parameters and comes back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from codegraft.symbols.flow import Flow
from codegraft.symbols.python.arguments import Arguments
from codegraft.symbols.python.objects import (
    BOUND,
    CLASS,
    EXTERNAL,
    FUNCTION,
    GENERATOR,
    INSTANCE,
    MEMBER,
    METHOD,
    OBJECT,
    PARTIAL,
    SAME,
    Objects,
)
from codegraft.symbols.python.program import KEYWORD_SLOTS, Argument, Program
from codegraft.symbols.python.tree import NONE

Model = Callable[[Any, int, Sequence[Argument], int], None]
"""What a function outside does: the rules, the place of the call, its arguments and the variable of its result."""

ContainerMethod = Callable[[Any, int, int, Sequence[Argument], int], None]
"""What a method of a list, dict or set does: the container comes before the place."""


class Calls(Arguments):
    """Rules of calls. What is called where is written to ``calls``.

    Attributes:
        calls: for each place the values that are called there: functions, classes and externals.
    """

    def __init__(
        self,
        program: Program,
        objects: Objects,
        flow: Flow,
        models: Mapping[str, Model],
        methods: Mapping[str, ContainerMethod],
    ) -> None:
        super().__init__(program, objects, flow)
        self.models, self.methods = models, methods
        self.calls: dict[int, dict[int, None]] = {}
        self._given: dict[int, Sequence[Argument]] = {}
        self._models: dict[int, Model | None] = {}
        self._objects: dict[int, int] = {}
        self._methods: dict[tuple[str, int], int] = {}
        self._applied: set[tuple[int, int]] = set()
        self._bound: set[tuple[int, int, int]] = set()
        self._special: dict[str, int] = {}

    def call_node(self, value: int, place: int) -> None:
        """A call as it is written."""
        if self.flow.kinds[value] in (EXTERNAL, MEMBER) and self._model(value) is None:
            self._call_external(value, place, (), place)
        else:
            self.call(value, place, self._arguments(place), place)

    def _arguments(self, place: int) -> Sequence[Argument]:
        if place not in self._given:
            self._given[place] = self.program.arguments(place)
        return self._given[place]

    def _model(self, value: int) -> Model | None:
        if value not in self._models:
            self._models[value] = self.models.get(self.objects.external_name(value))
        return self._models[value]

    def call(self, value: int, place: int, arguments: Sequence[Argument], result: int) -> None:
        """``result = value(*arguments)`` at a place."""
        flow = self.flow
        kind, first = flow.kinds[value], flow.first[value]
        if kind == FUNCTION:
            self.call_function(first, place, arguments, result)
        elif kind == BOUND:
            self.call_function(first, place, arguments, result, flow.second[value])
        elif kind == CLASS:
            self._instantiate(value, place, arguments, result)
        elif kind in (EXTERNAL, MEMBER):
            self._call_external(value, place, arguments, result)
        elif kind == INSTANCE:
            self.send(value, "__call__", place, arguments, result)
        elif kind == METHOD:
            self.note(place, self._builtin_method(self.objects.container_type(flow.second[value]), first))
            if (method := self.methods.get(self.program.text(first))) is not None and self.is_new(value, place):
                method(self, flow.second[value], place, arguments, result)
        elif kind == SAME:
            if arguments and arguments[0][0] == 0:
                flow.copy(arguments[0][1], result)
        elif kind == PARTIAL:
            self._call_partial(first, place, arguments, result)

    def _builtin_method(self, type_: str, name: int) -> int:
        key = (type_, name)
        if key not in self._methods:
            self._methods[key] = self.objects.external(f"builtins.{type_}.{self.program.text(name)}", MEMBER)
        return self._methods[key]

    def note(self, place: int, value: int) -> None:
        """Something is called at a place."""
        self.calls.setdefault(place, {})[value] = None

    def call_function(
        self, node: int, place: int, arguments: Sequence[Argument], result: int, receiver: int = NONE
    ) -> None:
        """Arguments flow to parameters, what is returned to the result."""
        flow = self.flow
        function = self.program.functions[node]
        if receiver != NONE and function.positional:
            flow.add(function.positional[0], self.receiver(function, receiver))
            if function.positional[0] in function.passed:
                flow.add(result, receiver)
            shift = 1
        else:
            shift = 0
        key = (place, node, shift)
        if key in self._bound:
            return
        self._bound.add(key)
        self.note(place, flow.value(FUNCTION, node))
        if function.generator:
            flow.add(result, flow.value(GENERATOR, node))
        elif not self.program.is_dropped(place):
            flow.copy(function.returns, result)
        self.pass_arguments(function, arguments, shift)
        if function.passed or function.unless:
            self.give_back(function, arguments, shift, result)

    def _instantiate(self, class_: int, place: int, arguments: Sequence[Argument], result: int) -> None:
        flow, objects = self.flow, self.objects
        self.note(place, class_)
        instance = flow.value(INSTANCE, flow.first[class_])
        flow.add(result, instance)
        for name, receiver in (("__new__", class_), ("__init__", instance)):
            if objects.binds(flow.first[class_], self.special(name)):
                member = objects.member(flow.first[class_], self.special(name))
                flow.when(member, self.call_member, receiver, place, tuple(arguments), flow.variable())

    def call_member(self, value: int, receiver: int, place: int, arguments: Sequence[Argument], result: int) -> None:
        """Call what a class has under a special name."""
        flow = self.flow
        if flow.kinds[value] == FUNCTION:
            function = self.program.functions[flow.first[value]]
            bound = NONE if function.static and function.positional == [] else receiver
            self.call_function(flow.first[value], place, arguments, result, bound)
        else:
            self.call(value, place, arguments, result)

    def special(self, name: str) -> int:
        """Number of the name of a special method."""
        if name not in self._special:
            self._special[name] = self.program.code(name.encode())
        return self._special[name]

    def send(self, value: int, name: str, place: int, arguments: Sequence[Argument], result: int) -> None:
        """Call a special method of an instance, where its class is in the repository and has one."""
        code = self.special(name)
        class_ = self.flow.first[value]
        if self.objects.binds(class_, code):
            member = self.objects.member(class_, code)
            self.flow.when(member, self.call_member, value, place, tuple(arguments), result)

    def _call_external(self, value: int, place: int, arguments: Sequence[Argument], result: int) -> None:
        self.note(place, value)
        if (model := self._model(value)) is not None:
            if self.is_new(value, place):
                model(self, place, arguments, result)
        elif self.flow.kinds[value] == EXTERNAL and (made := self._made(value)) != NONE:
            self.flow.add(result, made)

    def is_new(self, value: int, place: int) -> bool:
        """Whether a model is applied at a place for the first time; a model may lead to itself."""
        if (value, place) in self._applied:
            return False
        self._applied.add((value, place))
        return True

    def _made(self, value: int) -> int:
        """What calling an external name gives if it is a class, or -1."""
        if value not in self._objects:
            name = self.objects.external_name(value)
            self._objects[value] = self.objects.external(name, OBJECT) if names_class(name) else NONE
        return self._objects[value]

    def _call_partial(self, made: int, place: int, arguments: Sequence[Argument], result: int) -> None:
        """What ``functools.partial`` made at one place is called at another."""
        if not self.is_new(self.flow.value(PARTIAL, made), place):
            return
        first, *given = self._arguments(made)
        given = [(slot - 1 if 0 < slot < KEYWORD_SLOTS else slot, variable) for slot, variable in given]
        shift = sum(0 <= slot < KEYWORD_SLOTS for slot, _ in given)
        later = [(slot + shift if 0 <= slot < KEYWORD_SLOTS else slot, variable) for slot, variable in arguments]
        self.flow.when(first[1], self.call, place, (*given, *later), result)


def names_class(name: str) -> bool:
    """Whether an external name looks like a class: ``pathlib.Path``, but not ``os.O_RDONLY`` or ``json.loads``."""
    last = name.rpartition(".")[2].lstrip("_")
    return last[:1].isupper() and not last.isupper()
