"""Java methods of one name: which of them a call with so many arguments may mean."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from codegraft.parsing.captures import NONE
from codegraft.symbols.links import Entity
from codegraft.symbols.tables import PARAMETERS, TYPE, UNKNOWN, VARIADIC, FileTables


class Signature(NamedTuple):
    """What a method takes.

    ``types`` are its parameters' classes, or the names of those outside the snapshot; ``None`` where that does not
    settle whether another parameter has the same type: arrays, type variables. Of a ``variadic`` method the last may
    stand for any number of arguments.
    """

    types: tuple[Entity | str | None, ...]
    variadic: bool

    def accepts(self, arguments: int) -> bool:
        """Whether a call with so many arguments can mean it."""
        return arguments >= len(self.types) - 1 if self.variadic else arguments == len(self.types)

    def equals(self, other: "Signature") -> bool:
        """Whether one method overrides the other if their classes allow it; not so where a type is not settled."""
        return None not in self.types and self == other


def signature(tables: FileTables, types: Mapping[int, Entity], method: int) -> Signature:
    """What a method of a file takes, given the classes of the types in the file."""
    parameters = tables.children(method, PARAMETERS)
    variadic = any(tables.detail[node] == VARIADIC for node in parameters)
    return Signature(tuple(_parameter_type(tables, types, node) for node in parameters), variadic)


def _parameter_type(tables: FileTables, types: Mapping[int, Entity], parameter: int) -> Entity | str | None:
    """A parameter's type without its arguments, which overloads cannot differ by."""
    written = tables.children(parameter, TYPE)
    if not written or any(tables.kind[part] == UNKNOWN for part in written):
        return None
    if found := types.get(written[0]):
        return found
    if tables.target[written[0]] != NONE:  # a type variable
        return None
    name = tables.name(written[0])
    imported = (fact.module for fact in tables.facts.imports if fact.module.rpartition(".")[2] == name)
    return next(imported, name) or None


class Method(NamedTuple):
    """A method with the class or interface that declares it."""

    entity: Entity
    signature: Signature
    holder: Entity
    in_interface: bool


def applicable(methods: Sequence[Method], arguments: int | None) -> list[Method]:
    """Those that take so many arguments (any number if that is not known); variadic ones only if no other does."""
    if arguments is None:
        return list(methods)
    fits = [method for method in methods if method.signature.accepts(arguments)]
    return [method for method in fits if not method.signature.variadic] or fits


def not_overridden(methods: Iterable[Method], extends: Callable[[Entity, Entity], bool]) -> list[Method]:
    """Those whose place no other takes: one of equal types in a class below, or in a class if they are an interface's.

    ``extends(lower, upper)`` says whether one class extends or implements another, directly or not.
    """
    all_ = list(methods)

    def replaces(other: Method, method: Method) -> bool:
        below = extends(other.holder, method.holder) or (method.in_interface and not other.in_interface)
        return below and other is not method and other.signature.equals(method.signature)

    return [method for method in all_ if not any(replaces(other, method) for other in all_)]
