"""Variables and values of Java code: objects, lambdas, method references, and what is in their fields."""

from dataclasses import dataclass
from typing import Final

from codegraft.symbols.flow import Flow
from codegraft.symbols.java.declarations import NONE, Class, Field, Function, Type
from codegraft.symbols.java.members import Members

INSTANCE, LAMBDA, REFERENCE, CONTAINER = range(4)
"""Kinds of values: an object of a class of the repository, a lambda, a method reference, an array or library object."""

CONTENTS: Final = 0
"""Field of a container: whatever was put into it."""

WAITING: Final = -2
"""Field of a stream: functions that run when it does."""

_PLAIN: Final = frozenset({"java.lang.String", "java.lang.StringBuilder", "java.lang.StringBuffer"})


@dataclass(frozen=True)
class MethodReference:
    """``Type::name`` or ``value::name``: the method, how it takes its receiver, and the receiver's variable.

    ``mode`` is static, bound (to the value), unbound (its first argument is the receiver) or new.
    """

    function: Function | None
    mode: str
    receiver: int
    made: Class | None
    target: Type | None
    number: int


class Heap:
    """The variables of one repository, the values that they may hold, and the fields of those."""

    def __init__(self, members: Members) -> None:
        self.members = members
        self.flow = Flow()
        self.classes: dict[int, Class] = {}
        self.functions: list[Function] = []
        self.references: list[MethodReference] = []
        self.instantiated: set[Class] = set()
        self._fields: dict[Field, int] = {}
        self._stateful: dict[Class, bool] = {}
        self._made = 0

    def variable(self) -> int:
        """A fresh variable."""
        return self.flow.variable()

    def this(self, class_: Class) -> int:
        """Objects on which the code of a class runs."""
        if class_.this_variable == NONE:
            class_.this_variable = self.variable()
        return class_.this_variable

    def this_in(self, function: Function) -> int:
        """Objects on which a method or constructor runs."""
        if function.this_variable == NONE:
            function.this_variable = self.variable()
        return function.this_variable

    def run_on(self, function: Function, value: int) -> None:
        """A method or constructor runs on an object; with a constructor, so do the initialisers."""
        self.flow.add(self.this(function.owner), value)
        self.flow.add(self.this_in(function), value)
        if function.kind == "constructor" and not function.delegates:
            self.flow.add(self.this_in(function.owner.instance_initializer), value)

    def parameter(self, function: Function, number: int) -> int:
        """What is passed for a parameter."""
        if not function.parameter_variables:
            first = self.flow.variables(len(function.parameter_rows))
            function.parameter_variables = list(range(first, first + len(function.parameter_rows)))
        return function.parameter_variables[number]

    def returned(self, function: Function) -> int:
        """What a function returns."""
        if function.return_variable == NONE:
            function.return_variable = self.variable()
        return function.return_variable

    def static_field(self, field_: Field) -> int:
        """What a static field holds."""
        if field_.variable == NONE:
            field_.variable = self.variable()
        return field_.variable

    def carries(self, type_: Type | None) -> bool:
        """Whether values of a type matter: not those of primitives and strings."""
        if type_ is None:
            return True
        head = type_.head
        return head.kind not in ("primitive", "null") and head.binary not in _PLAIN

    def new_object(self, class_: Class, variable: int) -> int:
        """An object of a class, held by the variable. Objects without fields that hold objects are all alike."""
        kind = CONTAINER if class_.library else INSTANCE
        self.classes[class_.number] = class_
        self._made += 1
        value = self.flow.value(
            kind, class_.number, self._made if kind == CONTAINER or self._has_state(class_) else NONE
        )
        self.flow.add(variable, value)
        return value

    def new_array(self, variable: int, elements: list[int]) -> None:
        """An array that holds these."""
        self._made += 1
        array = self.members.names.array
        self.classes[array.number] = array
        value = self.flow.value(CONTAINER, array.number, self._made)
        self.flow.add(variable, value)
        for element in elements:
            if element != NONE:
                self.flow.copy(element, self.flow.field(value, CONTENTS))

    def new_lambda(self, function: Function, variable: int) -> None:
        """A lambda, held by the variable."""
        self.functions.append(function)
        self.flow.add(variable, self.flow.value(LAMBDA, len(self.functions) - 1))

    def new_reference(
        self, function: Function | None, mode: str, receiver: int, made: Class | None, target: Type | None, held: int
    ) -> None:
        """A method reference, held by the variable."""
        number = len(self.references)
        if made is not None:
            self.instantiated.add(made)
        self.references.append(MethodReference(function, mode, receiver, made, target, number))
        self.flow.add(held, self.flow.value(REFERENCE, number))

    def load(self, base: int, field_: Field | None, target: int) -> None:
        """``target = base.field``; no field stands for a container's contents."""
        if base != NONE and target != NONE:
            self.flow.when(base, self._load, self.field_number(field_), target)

    def store(self, base: int, field_: Field | None, source: int) -> None:
        """``base.field = source``; no field stands for a container's contents."""
        if base != NONE and source != NONE:
            self.flow.when(base, self._store, self.field_number(field_), source)

    def copy(self, source: int, target: int) -> None:
        """``target = source``."""
        if source != NONE and target != NONE:
            self.flow.copy(source, target)

    def _load(self, value: int, number: int, target: int) -> None:
        if self.flow.kinds[value] in (INSTANCE, CONTAINER):
            self.flow.copy(self.flow.field(value, number), target)

    def _store(self, value: int, number: int, source: int) -> None:
        if self.flow.kinds[value] in (INSTANCE, CONTAINER):
            self.flow.copy(source, self.flow.field(value, number))

    def field_number(self, field_: Field | None) -> int:
        """What a field is called in the value flow; no field stands for a container's contents."""
        if field_ is None:
            return CONTENTS
        return self._fields.setdefault(field_, len(self._fields) + 1)

    def _has_state(self, class_: Class) -> bool:
        """Whether an object holds others: then it is told apart from those made elsewhere."""
        known = self._stateful.get(class_)
        if known is None:
            known = any(
                (ancestor.library and bool(ancestor.type_parameters))
                or any(not field_.static and self.carries(field_.type) for field_ in ancestor.fields.values())
                for ancestor in self.members.ancestors(class_)
            )
            self._stateful[class_] = known
        return known
