"""Java inheritance: supertypes, subtypes and what type variables stand for."""

from collections.abc import Mapping
from typing import Final

from codegraft.symbols.java.declarations import Class, Type
from codegraft.symbols.java.names import Names
from codegraft.symbols.java.registry import BOXES

Bindings = Mapping[Class, Type | None]
"""What type variables stand for."""

_WIDENS: Final = ("byte", "short", "int", "long", "float", "double")

_UNBOXED: Final = {box: primitive for primitive, box in BOXES.items()}

_MAX_DEPTH: Final = 12


class Hierarchy:
    """Answers about types, each worked out once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._ancestors: dict[Class, tuple[Class, ...]] = {}
        self._ancestor_sets: dict[Class, frozenset[Class]] = {}

    def ancestors(self, class_: Class) -> tuple[Class, ...]:
        """The class, then all that it inherits from: superclasses upwards, then interfaces."""
        found = self._ancestors.get(class_)
        if found is None:
            order: dict[Class, None] = {}
            chain: Class | None = class_
            while chain is not None and chain not in order:
                order[chain] = None
                chain = next((type_.head for type_ in chain.supers if not type_.head.interface), None)
            pending = list(order)
            while pending:
                heads = [type_.head for type_ in pending.pop(0).supers]
                fresh = [head for head in heads if head not in order]
                order.update(dict.fromkeys(fresh))
                pending += fresh
            found = self._ancestors[class_] = tuple(order)
        return found

    def extends(self, lower: Class, upper: Class) -> bool:
        """Whether a class is another one or inherits from it."""
        found = self._ancestor_sets.get(lower)
        if found is None:
            found = self._ancestor_sets[lower] = frozenset(self.ancestors(lower))
        return upper in found

    def outside_ancestor(self, class_: Class) -> Class | None:
        """The only ancestor of which nothing but the name is known, if there is just one."""
        found = [ancestor for ancestor in self.ancestors(class_) if not ancestor.known and ancestor.kind == "class"]
        return found[0] if len(found) == 1 else None

    def as_super(self, type_: Type, upper: Class) -> Type | None:
        """A type seen as one that it inherits from, with the arguments that it has there."""
        if type_.head is upper:
            return type_
        if not self.extends(type_.head, upper):
            return None
        bindings = self._arguments(type_)
        for above in type_.head.supers:
            if self.extends(above.head, upper):
                return self.as_super(substitute(above, bindings, keep=not type_.args) or above, upper)
        return Type(upper)

    def bindings(self, type_: Type, owner: Class) -> dict[Class, Type | None]:
        """What the type variables of a class stand for in a type that inherits from it."""
        seen = self.as_super(type_, owner)
        return self._arguments(seen) if seen is not None else {}

    def _arguments(self, type_: Type) -> dict[Class, Type | None]:
        """Type arguments by variable; one that is not known is at least what bounds the variable."""
        pairs = zip(type_.head.type_parameters.values(), type_.args, strict=False)
        return {variable: argument or self._bound(variable) for variable, argument in pairs}

    def _bound(self, variable: Class) -> Type | None:
        head = variable.supers[0].head if variable.supers else self.names.object
        return None if head is self.names.object or head.kind == "type variable" else Type(head)

    def is_subtype(self, lower: Type | None, upper: Type | None) -> bool:
        """Whether a value of one type may be passed where another is expected, without boxing; unknown types may."""
        if lower is None or upper is None or lower.head is upper.head:
            return not (lower and upper and lower.head.kind == "array") or self._array_fits(lower, upper)
        low, up = lower.head, upper.head
        if up is self.names.object:
            return low.kind != "primitive"
        if up.kind == "type variable":
            return low.kind != "primitive" and all(self.is_subtype(lower, Type(bound.head)) for bound in up.supers)
        if low.kind == "primitive" or up.kind == "primitive":
            return low.kind == up.kind and _widens(low.name, up.name)
        if low.kind in ("null", "array"):
            return low.kind == "null" or up.binary in (
                "java.lang.Object",
                "java.lang.Cloneable",
                "java.io.Serializable",
            )
        return self.extends(low, up) or (not up.library and self._may_be_outside(low, up))

    def _array_fits(self, lower: Type | None, upper: Type | None) -> bool:
        if lower is None or upper is None or not lower.args or not upper.args:
            return True
        inner, outer = lower.args[0], upper.args[0]
        if inner is not None and outer is not None and "primitive" in (inner.head.kind, outer.head.kind):
            return inner.head is outer.head
        return self.is_subtype(inner, outer)

    def _may_be_outside(self, lower: Class, upper: Class) -> bool:
        return not lower.known and lower.kind == "class" and upper.interface and not upper.known

    def converts(self, lower: Type | None, upper: Type | None) -> bool:
        """As :meth:`is_subtype`, with boxing and unboxing."""
        if self.is_subtype(lower, upper) or lower is None or upper is None:
            return True
        if lower.head.kind == "primitive":
            return upper.head.kind != "primitive" and self.is_subtype(self.names.boxed(lower), upper)
        unboxed = _UNBOXED.get(lower.head.name) if lower.head.binary.startswith("java.lang.") else None
        return unboxed is not None and self.is_subtype(Type(self.names.primitives[unboxed]), upper)

    def infer(self, parameter: Type | None, argument: Type | None, bindings: dict[Class, Type | None]) -> None:
        """Bind the type variables that stand unbound in ``bindings``, so that the argument fits the parameter."""
        if parameter is None or argument is None or argument.head.kind == "null":
            return
        if parameter.head in bindings:
            if bindings[parameter.head] is None:
                bindings[parameter.head] = self.names.boxed(argument)
            return
        seen = self.as_super(argument, parameter.head) if parameter.args else None
        if seen is not None:
            for inner, given in zip(parameter.args, seen.args, strict=False):
                self.infer(inner, given, bindings)


def substitute(type_: Type | None, bindings: Bindings, *, keep: bool = False, depth: int = 0) -> Type | None:
    """A type with its variables replaced; those that are bound to nothing become unknown, or stay if ``keep``."""
    if type_ is None or not bindings:
        return type_
    if type_.head in bindings:
        bound = bindings[type_.head]
        return type_ if bound is None and keep else bound
    if not type_.args or depth > _MAX_DEPTH:
        return type_
    return Type(type_.head, tuple(substitute(arg, bindings, keep=keep, depth=depth + 1) for arg in type_.args))


def _widens(lower: str, upper: str) -> bool:
    if lower == upper:
        return True
    if lower == "char":
        return upper in _WIDENS[2:]
    return lower in _WIDENS and upper in _WIDENS and _WIDENS.index(lower) < _WIDENS.index(upper)
