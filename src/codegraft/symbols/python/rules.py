"""Containers and protocols of Python: iteration, ``with``, items, slices, operators, unpacking."""

from collections.abc import Sequence

from codegraft.symbols.python.attributes import Attributes
from codegraft.symbols.python.calls import names_class
from codegraft.symbols.python.objects import (
    ALL,
    ANY,
    CLASS,
    CONTAINER,
    EXTERNAL,
    GENERATOR,
    INSTANCE,
    KEYS,
    PART,
    STARRED,
)
from codegraft.symbols.python.program import Argument
from codegraft.symbols.python.tree import NONE


class Rules(Attributes):
    """All rules over the values of a program."""

    def iterate(self, value: int, result: int, place: int) -> None:
        """``for result in value``"""
        flow = self.flow
        kind = flow.kinds[value]
        if kind == CONTAINER:
            flow.copy(
                self.objects.element(value, KEYS if self.objects.container_type(value) == "dict" else ALL), result
            )
        elif kind == GENERATOR:
            flow.copy(self.program.functions[flow.first[value]].yields, result)
        elif kind == INSTANCE and self.is_new(value, place):
            iterator = flow.variable()
            self.send(value, "__iter__", place, (), iterator)
            flow.when(iterator, self.step, result, place)
            if not self.objects.binds(flow.first[value], self.special("__iter__")):
                self.send(value, "__getitem__", place, (), result)

    def step(self, value: int, result: int, place: int) -> None:
        """``result = next(value)``"""
        if self.flow.kinds[value] == INSTANCE:
            self.send(value, "__next__", place, (), result)
        else:
            self.iterate(value, result, place)

    def enter(self, value: int, result: int, place: int) -> None:
        """``with value as result``"""
        if self.flow.kinds[value] == INSTANCE:
            for name in ("__enter__", "__aenter__"):
                self.send(value, name, place, (), result)
            for name in ("__exit__", "__aexit__"):
                self.send(value, name, place, (), self.flow.variable())
        elif self.flow.kinds[value] == GENERATOR:  # a function under contextlib.contextmanager
            self.iterate(value, result, place)
        else:
            self.flow.add(result, value)

    def get_item(self, value: int, key: int, result: int, place: int) -> None:
        """``result = value[key]``"""
        flow = self.flow
        kind = flow.kinds[value]
        if kind == CONTAINER:
            for element in self.objects.read(value, self._from_the_end(value, key)):
                flow.copy(element, result)
        elif kind == INSTANCE:
            self.send(value, "__getitem__", place, self._item_arguments(place), result)
        elif kind == CLASS or (kind == EXTERNAL and names_class(self.objects.external_name(value))):
            flow.add(result, value)

    def _from_the_end(self, container: int, key: int) -> int:
        """A key, with a negative index turned into the place that it means."""
        said = self.program.text(key) if key >= 0 else ""
        if not said.startswith("#-"):
            return key
        length = self.objects.length(container)
        return self.objects.index(length - int(said[2:])) if said[2:].isdecimal() and int(said[2:]) <= length else ANY

    def set_item(self, value: int, key: int, source: int, place: int) -> None:
        """``value[key] = source``"""
        if self.flow.kinds[value] == CONTAINER:
            self.flow.copy(source, self.objects.element(value, key))
        elif self.flow.kinds[value] == INSTANCE:
            given = (*self._item_arguments(place), (1, source))
            self.send(value, "__setitem__", place, given, self.flow.variable())

    def _item_arguments(self, place: int) -> list[Argument]:
        children = list(self.program.children(place))[1:2]
        return [(0, self.program.slot[child]) for child in children]

    def cut(self, value: int, written: int, result: int) -> None:
        """``result = value[written]``, a slice"""
        flow, objects = self.flow, self.objects
        if flow.kinds[value] == INSTANCE:
            self.send(value, "__getitem__", result, (), result)
        if flow.kinds[value] != CONTAINER:
            return
        made = flow.value(CONTAINER, result, PART)
        flow.add(result, made)
        length, kept = self.objects.length(value), self.program.slice(written)
        if length < 0 or kept is None:
            flow.copy(objects.element(value, ALL), objects.element(made, ANY))
            return
        for place, index in enumerate(range(*kept.indices(length))):
            for element in objects.read(value, self.objects.index(index)):
                flow.copy(element, objects.element(made, self.objects.index(place)))

    def join(self, value: int, place: int) -> None:
        """``value + other`` or ``value * times``: what a list has is in the new one, too."""
        if self.flow.kinds[value] == CONTAINER:
            made = self.flow.value(CONTAINER, place, PART)
            self.flow.copy(self.objects.element(value, ALL), self.objects.element(made, ANY))
            self.flow.add(place, made)

    def augment(self, value: int, source: int, place: int) -> None:
        """``value += source``"""
        if self.flow.kinds[value] == CONTAINER:
            self.flow.when(source, self.iterate, self.objects.element(value, ANY), place)

    def operate(self, value: int, name: str, other: int, place: int) -> None:
        """``value + other`` and its like."""
        if self.flow.kinds[value] == INSTANCE:
            self.send(value, name, place, [(0, other)], self.program.slot[place])

    def unpack(self, value: int, targets: Sequence[int], star: int, place: int) -> None:
        """``targets = value``, where the target with the number ``star`` takes what is left."""
        flow, objects = self.flow, self.objects
        if flow.kinds[value] != CONTAINER:
            for target in targets:
                self.iterate(value, target, place)
            return
        length = self.objects.length(value)
        for number, target in enumerate(targets):
            if star != NONE and number >= star and length < 0:
                flow.copy(objects.element(value, ALL), target)
                continue
            if number == star:
                taken = flow.value(CONTAINER, place, STARRED)
                flow.add(target, taken)
                for kept, index in enumerate(range(number, length - (len(targets) - 1 - star))):
                    for element in objects.read(value, self.objects.index(index)):
                        flow.copy(element, objects.element(taken, self.objects.index(kept)))
                continue
            index = number if star == NONE or number < star else length - (len(targets) - number)
            for element in objects.read(value, self.objects.index(index)):
                flow.copy(element, target)
