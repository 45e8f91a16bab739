"""Attributes of Python values: what reading and assigning them does."""

from collections.abc import Sequence
from typing import Final

from codegraft.symbols.python.calls import Calls
from codegraft.symbols.python.objects import (
    BOUND,
    CLASS,
    CONTAINER,
    EXTERNAL,
    FUNCTION,
    INSTANCE,
    METHOD,
    MODULE,
    OBJECT,
    SUPER,
)
from codegraft.symbols.python.tree import NONE

OF_EVERY_OBJECT: Final = frozenset({*dir(object), "__dict__", "__module__"})


class Attributes(Calls):
    """Rules of attributes; properties and ``__getattr__`` call."""

    def load(self, value: int, name: int, result: int, place: int) -> None:
        """``result = value.name``"""
        flow, objects = self.flow, self.objects
        kind, first = flow.kinds[value], flow.first[value]
        if kind == INSTANCE:
            if name == self.special("__class__"):
                flow.add(result, flow.value(CLASS, first))
                return
            if name in self.program.stored:
                flow.copy(objects.instance_part(first, name), result)
            elif objects.binds(first, self.special("__getattr__")) and not self._has_anyway(first, name):
                self.send(value, "__getattr__", place, (), result)
            flow.when(objects.member(first, name), self.bind, value, result, place)
        elif kind == MODULE:
            self._load_module(first, name, result)
        elif kind == EXTERNAL:
            flow.add(result, objects.part(value, name))
        elif kind == CLASS:
            flow.when(objects.member(first, name), self.bind_to_class, value, result)
        elif kind == SUPER:
            receiver = flow.second[value]
            at = flow.first[receiver]
            rule = self.bind if flow.kinds[receiver] == INSTANCE else self.bind_super_class
            flow.when(objects.after(first, at, name), rule, receiver, result, place)
        elif kind == OBJECT:
            flow.add(result, objects.part(value, name))
        elif kind == CONTAINER:
            flow.add(result, flow.value(METHOD, name, value))
        elif kind == FUNCTION:
            flow.copy(flow.field(value, name), result)

    def _has_anyway(self, class_: int, name: int) -> bool:
        """Whether instances have an attribute without ``__getattr__`` being asked."""
        return self.objects.binds(class_, name) or self.program.text(name) in OF_EVERY_OBJECT

    def load_at_once(self, values: Sequence[int], name: int, result: int) -> bool:
        """``result = value.name`` for all that a closed variable holds, if that closes the result; says whether."""
        flow, objects = self.flow, self.objects
        sources: list[int] = []
        for value in values:
            kind, first = flow.kinds[value], flow.first[value]
            if kind == MODULE and name not in self.program.stored:
                sources.append(objects.module_variable(first, name))
            elif kind != EXTERNAL:
                return False
        if not all(source in flow.closed for source in sources):
            return False
        for source in sources:
            flow.copy(source, result)
        for value in values:
            if flow.kinds[value] == EXTERNAL:
                flow.add(result, objects.part(value, name))
        flow.close(result)
        return True

    def _load_module(self, file: int, name: int, result: int) -> None:
        found = self.objects.module_variable(file, name)
        submodule = self.program.modules.submodule(file, self.program.text(name))
        if found != NONE:
            self.flow.copy(found, result)
        elif submodule is not None:
            self.flow.add(result, self.flow.value(MODULE, submodule))
        self.flow.copy(self.flow.field(self.flow.value(MODULE, file), name), result)

    def bind(self, value: int, receiver: int, result: int, place: int) -> None:
        """A member of a class as seen from an instance."""
        flow = self.flow
        if flow.kinds[value] != FUNCTION:
            flow.add(result, value)
            return
        function = self.program.functions[flow.first[value]]
        if function.property:
            self.call_function(flow.first[value], place, [], result, receiver)
        elif function.static:
            flow.add(result, value)
        else:
            if function.of_class:
                receiver = flow.value(CLASS, flow.first[receiver])
            flow.add(result, flow.value(BOUND, flow.first[value], receiver))

    def bind_to_class(self, value: int, class_: int, result: int) -> None:
        """A member of a class as seen from the class."""
        flow = self.flow
        of_class = flow.kinds[value] == FUNCTION and self.program.functions[flow.first[value]].of_class
        flow.add(result, flow.value(BOUND, flow.first[value], class_) if of_class else value)

    def bind_super_class(self, value: int, class_: int, result: int, place: int) -> None:
        """A member as seen from ``super()`` in a method of the class."""
        self.bind_to_class(value, class_, result)

    def store(self, value: int, name: int, source: int, place: int) -> None:
        """``value.name = source``"""
        flow = self.flow
        kind = flow.kinds[value]
        if kind == INSTANCE:
            for class_ in self.objects.order(flow.first[value]):
                if (setter := self.program.setters.get((class_, name))) is not None:
                    self.call_function(setter, place, [(0, source)], flow.variable(), value)
                    return
        if kind == MODULE and (found := self.objects.module_variable(flow.first[value], name)) != NONE:
            flow.copy(source, found)
        elif kind == INSTANCE and self._covers_method(flow.first[value], name, place):
            return
        elif kind in (INSTANCE, CLASS):
            flow.copy(source, self.objects.stored(kind, flow.first[value], name))
        elif kind in (FUNCTION, MODULE):
            flow.copy(source, flow.field(value, name))

    def _covers_method(self, class_: int, name: int, place: int) -> bool:
        """Whether code elsewhere puts something in the place of a method in one instance, which are not told apart."""
        method = self.program.method_around(place)
        inside = method is not None and method.owner in self.objects.order(class_)
        own = self.objects.binds(class_, name)
        return (
            own
            and not inside
            and any(self.flow.kinds[value] == FUNCTION for value in self.flow.points[self.objects.member(class_, name)])
        )
