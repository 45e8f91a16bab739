"""Members of Java types: inheritance, overriding, functional interfaces."""

from typing import Final

from codegraft.symbols.java.declarations import Class, Field, Function, Type, erased
from codegraft.symbols.java.hierarchy import Bindings, Hierarchy, substitute
from codegraft.symbols.java.names import Names

_THROWN: Final = ("Exception", "Error", "Throwable")
"""How classes that can be thrown are called."""


class Members(Hierarchy):
    """Answers about the members of types, each worked out once."""

    def __init__(self, names: Names) -> None:
        super().__init__(names)
        self._methods: dict[tuple[Class, str], list[Function]] = {}
        self._functional: dict[Class, Function | None] = {}
        self._chosen: dict[tuple[Class, Function], Function | None] = {}

    def field(self, class_: Class, name: str) -> Field | None:
        """Own or inherited field of a name."""
        for ancestor in self.ancestors(class_):
            found = ancestor.fields.get(name)
            if found is not None and (ancestor is class_ or "private" not in found.modifiers):
                return found
        return None

    def methods(self, class_: Class, name: str) -> list[Function]:
        """Own and inherited methods of a name, the most derived of each signature."""
        found = self._methods.get((class_, name))
        if found is None:
            by_signature: dict[tuple[str, ...], Function] = {}
            for ancestor in self.ancestors(class_):
                for method in ancestor.methods.get(name, ()):
                    if ancestor is not class_ and "private" in method.modifiers:
                        continue
                    seen = by_signature.get(self.signature_in(method, class_))
                    if seen is None or (seen.abstract and not method.abstract and not method.owner.interface):
                        by_signature[self.signature_in(method, class_)] = method
            found = self._methods[class_, name] = list(by_signature.values())
        return found

    def signature_in(self, method: Function, class_: Class) -> tuple[str, ...]:
        """Erased parameter types of a method as a class inherits it, with what that binds type variables to."""
        if not method.owner.type_parameters or method.owner is class_:
            return method.descriptor
        return self.erased_in(method, self.bindings(Type(class_), method.owner))

    def erased_in(self, method: Function, bindings: Bindings) -> tuple[str, ...]:
        """Erased parameter types of a method, given what its owner's type variables stand for."""
        bound = [substitute(type_, bindings, keep=True) for type_ in method.parameters]
        return tuple(
            erased(type_) if type_ is not None else written
            for type_, written in zip(bound, method.descriptor, strict=True)
        )

    def chosen(self, class_: Class, method: Function) -> Function | None:
        """The method that runs when ``method`` is called on an instance of a class; ``None`` if the class has none."""
        key = (class_, method)
        if key not in self._chosen:
            self._chosen[key] = self._choose(class_, method)
        return self._chosen[key]

    def _choose(self, class_: Class, method: Function) -> Function | None:
        if not self.extends(class_, method.owner):
            return None
        default: Function | None = None
        for ancestor in self.ancestors(class_):
            for found in ancestor.methods.get(method.name, ()):
                if found.abstract or found.static or not self.overrides_in(found, method, class_):
                    continue
                if not ancestor.interface:
                    return found
                if default is None or self.extends(ancestor, default.owner):
                    default = found
        return default

    def overrides_in(self, lower: Function, upper: Function, class_: Class) -> bool:
        """Whether one method takes the place of another in a class that has both."""
        if lower is upper:
            return True
        if len(lower.parameter_rows) != len(upper.parameter_rows) or "private" in upper.modifiers:
            return False
        if not visible_below(upper) and package(upper.owner) != package(lower.owner):
            return False
        return (
            self.signature_in(lower, class_) == self.signature_in(upper, class_) or lower.descriptor == upper.descriptor
        )

    def overridden(self, method: Function) -> list[Function]:
        """The nearest methods of other classes that a method overrides."""
        if method.kind != "method" or method.static or "private" in method.modifiers:
            return []
        found: list[Function] = []
        for ancestor in self.ancestors(method.owner)[1:]:
            if any(self.extends(other.owner, ancestor) for other in found):
                continue
            found += [
                candidate
                for candidate in ancestor.methods.get(method.name, ())
                if not candidate.static and self.overrides_in(method, candidate, method.owner)
            ]
        return found

    def overriders(self, method: Function) -> list[Function]:
        """Methods of the repository below a method's class that take its place, in document order."""
        found: dict[Function, None] = {}
        for class_ in self.subclasses(method.owner):
            if (chosen := self.chosen(class_, method)) is not None:
                found[chosen] = None
        return list(found)

    def is_overridden(self, method: Function) -> bool:
        """Whether a class of the repository runs another method in its place."""
        return any(chosen is not method for chosen in self.overriders(method))

    def is_exception(self, class_: Class) -> bool:
        """Whether a class can be thrown, as far as it is known."""
        return any(
            above.binary == "java.lang.Throwable" or (not above.known and above.name.endswith(_THROWN))
            for above in self.ancestors(class_)
        )

    def subclasses(self, class_: Class) -> list[Class]:
        """All classes of the repository that inherit from a class, nearest first."""
        order: dict[Class, None] = {}
        pending = list(class_.subclasses)
        while pending:
            current = pending.pop(0)
            if current not in order:
                order[current] = None
                pending += current.subclasses
        return list(order)

    def functional(self, class_: Class) -> Function | None:
        """The only abstract method of an interface, which a lambda writes."""
        if class_ not in self._functional:
            self._functional[class_] = self._find_functional(class_) if class_.interface else None
        return self._functional[class_]

    def _find_functional(self, class_: Class) -> Function | None:
        abstract: dict[tuple[str, tuple[str, ...]], Function] = {}
        for ancestor in self.ancestors(class_):
            for name, methods in ancestor.methods.items():
                for method in methods:
                    if method.abstract and name not in self.names.object.methods:
                        abstract.setdefault((name, self.signature_in(method, class_)), method)
        open_ = [method for method in abstract.values() if self.chosen(class_, method) is None]
        return open_[0] if len(open_) == 1 else None


def visible_below(method: Function) -> bool:
    """Whether subclasses of other packages inherit a method."""
    return method.owner.interface or method.owner.library or bool({"public", "protected"} & method.modifiers)


def package(class_: Class) -> str:
    """Name of a class's package."""
    return class_.binary.rpartition(".")[0]
