"""What Java code does, statement by statement: names, types of expressions, and what refers to what.

The syntax of a file is swept once, flat: a node is entered before and left after all that it encloses, so that no
nesting is too deep, the types of operands are known when an operation is left, and the target of a lambda before its
body is entered.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from codegraft.symbols.java.declarations import NONE, TYPE_KINDS, Class, Field, Function, Local, Type, Unit
from codegraft.symbols.java.findings import Findings, Reference, Target, Use
from codegraft.symbols.java.flow import Values
from codegraft.symbols.java.hierarchy import substitute
from codegraft.symbols.java.members import Members
from codegraft.symbols.java.scoping import Scopes

_NOT_CALLED: Final = frozenset(
    {"java.lang.AutoCloseable", "java.io.Closeable", "java.io.Flushable", "java.lang.Iterable"}
)
"""Interfaces with one method that the library does not call just because it is given an object."""

_RUNS: Final = frozenset(
    {"method_invocation", "object_creation_expression", "array_creation_expression", "null_literal"}
)
"""What a constant's value does not hold."""


@dataclass(frozen=True)
class Choice:
    """What a call may mean: methods of one name, the type that they are looked up in, and how it is called.

    ``mode`` is static (no receiver), exact (``super``, constructors) or virtual.
    """

    methods: list[Function]
    holder: Type | None
    receiver: int
    mode: str
    outside: str = ""


class Context(Scopes):
    """What is known of a file's expressions, so far.

    Attributes:
        types: static type of each node, if known.
        held: variable of the value flow that has what each node gives, or -1.
        denoted: types that stand where a value may, by node.
        local_at, field_at: what nodes name; ``base_at`` has the object's variable of fields, ``own_field`` those that
            are of ``this``.
        lambda_at: the function of each lambda; ``results`` what method references return.
        found_functions: lambdas in document order.
        unfinished: variables whose type is the element's of a node that comes later.
        reassigned: variables that were given another value.
        yields: nodes that a ``switch`` yields; ``loops``: the variables of ``for`` loops over items.
        candidates: what calls may mean by name.
        asking: how many calls are being asked what type they want.
    """

    def __init__(self, unit: Unit, members: Members, values: Values, findings: Findings) -> None:
        super().__init__(unit, members, values)
        self.findings = findings
        self.types: list[Type | None] = [None] * len(unit.kind)
        self.held: list[int] = [NONE] * len(unit.kind)
        self.denoted: dict[int, Class] = {}
        self.unfinished: dict[Local, int] = {}
        self.lambda_at: dict[int, Function] = {}
        self.results: dict[int, Type] = {}
        self.found_functions: list[Function] = []
        self.reassigned: set[Local] = set()
        self.local_at: dict[int, Local] = {}
        self.field_at: dict[int, Field] = {}
        self.base_at: dict[int, int] = {}
        self.own_field: set[int] = set()
        self.asking = 0
        self.yields: dict[int, list[int]] = {}
        self.loops: dict[int, Local] = {}
        self.candidates: dict[int, Choice | None] = {}

    def refer(self, kind: str, row: int, target: Target | str | None, source: Target | None = None) -> None:
        """Note a reference from here; a class outside the repository becomes its name."""
        unit = self.unit
        if isinstance(target, Class) and target.library:
            name = target.binary
            self.findings.outside_kinds[name] = "exception" if self.members.is_exception(target) else "class"
            target = name
        found = Reference(kind, source or self.source, target, unit.number, unit.start[row], unit.end[row])
        self.findings.references.append(found)

    def use(self, class_: Class, row: int, *, before: bool = False) -> None:
        """Note that a class of the repository has to be initialised here."""
        source = self.source
        if not class_.library and not isinstance(source, Unit):
            place = (self.unit.start[row], self.unit.end[row])
            self.findings.uses.setdefault(source, []).append(Use(self.order(row, before=before), class_, place))

    def order(self, row: int, *, before: bool = False) -> tuple[int, int]:
        """Sorts places as they run: what is inside of an expression before it, or after it begins."""
        return (self.unit.start[row], -1) if before else (self.unit.end[row], -self.unit.start[row])

    def type_of_local(self, local: Local) -> Type | None:
        """Its type; where it is inferred from what follows the declaration, now is the time."""
        row = self.unfinished.pop(local, NONE)
        if row != NONE and local.type is None:
            local.type = self.element(self.types[row])
        return local.type

    def element(self, type_: Type | None) -> Type | None:
        """What iterating over a value gives."""
        if type_ is None:
            return None
        if type_.head.kind == "array":
            return type_.args[0] if type_.args else None
        iterable = self.names.by_name["java.lang.Iterable"]
        seen = self.members.as_super(type_, iterable)
        return seen.args[0] if seen is not None and seen.args else None

    def note_call(self, row: int, place: int, outside: str | None) -> None:
        """Note a call that leads outside of the repository, or nobody knows where."""
        unit = self.unit
        start = unit.start[place] if place != NONE else unit.start[row]
        self.findings.references.append(Reference("call", self.caller, outside, unit.number, start, unit.end[row]))

    def called_back(self, class_: Class) -> Function | None:
        """The method of a functional interface that a library calls when it is given one."""
        return None if class_.binary in _NOT_CALLED else self.members.functional(class_)

    def primitive(self, name: str) -> Type:
        """A primitive type."""
        return Type(self.names.primitives[name])

    def bound(self, holder: Type, owner: Class, type_: Type | None) -> Type | None:
        """The type of a member as seen through the type that has it."""
        if type_ is None or not owner.type_parameters:
            return type_
        return substitute(type_, self.members.bindings(holder, owner), keep=True)

    def merge(self, row: int, parts: list[int]) -> None:
        """A node's value is one of its parts'."""
        parts = [part for part in parts if part != NONE]
        known = [type_ for part in parts if (type_ := self.types[part]) is not None and type_.head.kind != "null"]
        if known:
            upper = [one for one in known if all(self.members.is_subtype(other, one) for other in known)]
            self.types[row] = upper[0] if upper else self.common(known)
        held = [self.held[part] for part in parts if self.held[part] != NONE]
        if held:
            self.held[row] = self.values.variable()
            for variable in held:
                self.values.copy(variable, self.held[row])

    def common(self, types: list[Type]) -> Type | None:
        """A type of the repository that all these inherit from."""
        above = [set(self.members.ancestors(type_.head)) for type_ in types]
        for ancestor in self.members.ancestors(types[0].head):
            if not ancestor.library and all(ancestor in others for others in above):
                return Type(ancestor)
        return None

    def sets_own(self, row: int) -> bool:
        """Whether a node is a field of ``this``, in a method or constructor of its class itself."""
        function = self.function
        if row not in self.own_field or function is None or function.static:
            return False
        known = function.kind in ("method", "constructor") and function.owner is self.class_
        return known and self.members.extends(function.owner, self.field_at[row].owner)

    def hand_back(self, function: Function, value: int) -> None:
        """A function returns a value; one that returns a field of its object does so for each object alone."""
        if function.kind == "method" and self.sets_own(value):
            function.getters.append(self.field_at[value])
        elif self.held[value] != NONE:
            self.values.copy(self.held[value], self.values.returned(function))

    def is_constant(self, field_: Field) -> bool:
        """Whether a field's value is put in its place by the compiler, so that reading it initialises nothing."""
        if field_.constant or not field_.static or self.values.carries(field_.type):
            return False
        final = "final" in field_.modifiers or field_.owner.interface
        unit = field_.owner.unit
        value = unit.child(field_.row, "value")
        parts = range(value, unit.stop[value]) if value != NONE else range(0)
        return final and len(parts) > 0 and not any(unit.kind[part] in _RUNS for part in parts)


Handler = Callable[[Context, int], None]
"""What happens when a node is entered or left."""


def sweep(context: Context, enter: Mapping[str, Handler], leave: Mapping[str, Handler]) -> None:
    """Run the handlers over a file in the order of evaluation. Code outside of any type is passed over."""
    unit, classes, kinds = context.unit, context.classes, context.unit.kind
    entered = np.array([row for row, kind in enumerate(kinds) if kind in enter], dtype=np.int64)
    left = np.array([row for row, kind in enumerate(kinds) if kind in leave], dtype=np.int64)
    time = np.concatenate([2 * entered, 2 * np.array(unit.stop, dtype=np.int64)[left] - 1])
    order = np.lexsort((np.concatenate([entered, -left]), time))
    rows = np.concatenate([entered, left])[order].tolist()
    leaving = (order >= len(entered)).tolist()
    for row, is_left in zip(rows, leaving, strict=True):
        if classes or kinds[row] in TYPE_KINDS:
            (leave if is_left else enter)[kinds[row]](context, row)
