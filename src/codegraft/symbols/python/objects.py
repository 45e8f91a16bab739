"""What Python values have: members of classes, names of modules, parts of containers."""

from collections.abc import Iterator
from typing import Final

from codegraft.symbols.flow import Flow
from codegraft.symbols.python.linearisation import linearise
from codegraft.symbols.python.program import BUILTINS, Program
from codegraft.symbols.python.tree import NONE

(
    FUNCTION,
    CLASS,
    INSTANCE,
    MODULE,
    BOUND,
    EXTERNAL,
    OBJECT,
    MEMBER,
    CONTAINER,
    METHOD,
    SUPER,
    PARTIAL,
    GENERATOR,
    SAME,
) = range(14)
"""Kinds of values, and their parts:

function: its node; class: its node; instance: the class's node; module: its file; bound: a function's node and the
value that is its first argument; external: a name outside; object: an instance of an external class; member: an
external name of which only the call is known; container: the node that makes it and a number; method: of a container,
its name and the container; super: the class after which to look, and the value to bind; partial: a call of
``functools.partial``; generator: the function that yields; same: what gives back
its first argument, and where it was made.
"""

REST, KEYWORDS, STARRED, PAIR, PART = 1, 2, 3, 4, 5
"""Second parts of containers that are not written: what functions get as ``*rest`` and ``**keywords`` (the first part
is the function), what a starred target takes, the pairs that ``items()``, ``zip`` and the like give, slices and
sums."""

_MADE: Final = {REST: "tuple", KEYWORDS: "dict"}

MAX_DOTS: Final = 3
"""An external name of more dots has no parts: following ``node = node.next`` must end."""

ANY, ALL, KEYS = -1, -2, -3
"""Parts of containers: written at an unknown key, anything at all, keys."""


class Objects:
    """Parts of values, as variables."""

    def __init__(self, program: Program, flow: Flow) -> None:
        self.program = program
        self.flow = flow
        self.externals: dict[str, int] = {}
        self.bases: dict[int, list[int]] = {}
        self._orders: dict[int, list[int]] = {}
        self._members: dict[tuple[int, int], int] = {}
        self._instance: dict[tuple[int, int], int] = {}
        self._stored: dict[tuple[int, int], dict[int, int]] = {}
        self._awaited: dict[tuple[int, int], list[tuple[list[int], int]]] = {}
        self._binds: dict[tuple[int, int], bool] = {}
        self._names: dict[int, dict[int, int]] = {}
        self._external_names: list[str] = []
        self._external_parts: dict[tuple[int, int], int] = {}
        self.keys_of: dict[int, dict[int, int]] = {}
        self._merged: dict[int, list[int]] = {}

    # Names outside

    def external(self, name: str, kind: int = EXTERNAL) -> int:
        """The value of a dotted name outside the repository."""
        number = self.externals.setdefault(name, len(self.externals))
        if number == len(self._external_names):
            self._external_names.append(name)
        return self.flow.value(kind, number)

    def part(self, value: int, name: int) -> int:
        """The value of ``value.name`` for an external name or object.

        Of an object's attributes, and of names far from the module, only the call is known.
        """
        key = (value, name)
        if key not in self._external_parts:
            whole = self.external_name(value)
            far = self.flow.kinds[value] == OBJECT or whole.count(".") >= MAX_DOTS
            found = self.external(f"{whole}.{self.program.text(name)}", MEMBER if far else EXTERNAL)
            self._external_parts[key] = found
        return self._external_parts[key]

    def external_name(self, value: int) -> str:
        """The dotted name of an external value."""
        return self._external_names[self.flow.first[value]]

    # Modules

    def module_variable(self, file: int, name: int) -> int:
        """The variable of a name in a module, wherever it comes from; -1 if the module does not bind it."""
        found = self.program.module_variable(file, name)
        if found != NONE:
            return found
        for star in self.program.stars.get(file, ()):
            if star != file and (found := self._public(star, name, {file})) != NONE:
                return found
        return NONE

    def _public(self, file: int, name: int, seen: set[int]) -> int:
        if not self.program.is_public(file, name):
            return NONE
        found = self.program.module_variable(file, name)
        if found != NONE:
            return found
        seen.add(file)
        for star in self.program.stars.get(file, ()):
            if star not in seen and (found := self._public(star, name, seen)) != NONE:
                return found
        return NONE

    def unbound(self, file: int, name: int) -> int:
        """The variable of a name that no scope of its file binds: from a star import, or a builtin; or -1."""
        found = self.module_variable(file, name)
        if found == NONE and (spelled := self.program.text(name)) in BUILTINS:
            found = self.flow.field(self.external(f"builtins.{spelled}"), NONE)
            self.flow.add(found, self.external(f"builtins.{spelled}"))
            self.flow.close(found)
        return found

    # Classes

    def settle(self, bases: dict[int, list[int]]) -> None:
        """Say what the bases of each class are: classes by their nodes, bases outside as ``-2 - external``."""
        self.bases = bases
        self._orders = linearise(bases)

    def order(self, class_: int) -> list[int]:
        """Method resolution order of a class, in the numbers of ``settle``."""
        return self._orders[class_]

    def own(self, class_: int, name: int) -> int:
        """The variable of a name in the body of a class, or -1."""
        if class_ not in self._names:
            variables = self.program.scopes.variables_in(class_)
            self._names[class_] = {code: self.program.first_variable + found for code, found in variables.items()}
        return self._names[class_].get(name, NONE)

    def member(self, class_: int, name: int) -> int:
        """A variable of what classes in the resolution order have under a name: the first that binds it."""
        key = (class_, name)
        if key not in self._members:
            self._members[key] = self._search(self.order(class_), name)
        return self._members[key]

    def after(self, class_: int, receiver: int, name: int) -> int:
        """The same for ``super()``: what comes after a class in the order of the receiver's."""
        order = self.order(receiver)
        return self._search(order[order.index(class_) + 1 :] if class_ in order else self.order(class_)[1:], name)

    def _search(self, order: list[int], name: int) -> int:
        flow = self.flow
        own = next((variable for at in order if at >= 0 and (variable := self.own(at, name)) != NONE), NONE)
        stored = name in self.program.stored
        if own != NONE and not stored:
            return own
        found = flow.variable()
        if stored:
            self._await(CLASS, order, name, found)
        if own != NONE:
            flow.copy(own, found)
        elif outside := [-2 - at for at in order if at < 0]:
            base = self._external_names[outside[0]]
            flow.add(found, self.external(f"{base}.{self.program.text(name)}", MEMBER))
        return found

    def instance_part(self, class_: int, name: int) -> int:
        """A variable of what was stored under a name in instances of a class or of its bases."""
        key = (class_, name)
        if key not in self._instance:
            found = self._instance[key] = self.flow.variable()
            self._await(INSTANCE, self.order(class_), name, found)
        return self._instance[key]

    def stored(self, kind: int, class_: int, name: int) -> int:
        """The variable of what is stored under a name in a class itself or in instances of just this class."""
        fields = self._stored.setdefault((kind, name), {})
        if class_ not in fields:
            fields[class_] = self.flow.variable()
            for order, found in self._awaited.get((kind, name), ()):
                if class_ in order:
                    self.flow.copy(fields[class_], found)
        return fields[class_]

    def _await(self, kind: int, order: list[int], name: int, found: int) -> None:
        """What is or will be stored in one of these classes is found."""
        self._awaited.setdefault((kind, name), []).append((order, found))
        for class_, field in self._stored.get((kind, name), {}).items():
            if class_ in order:
                self.flow.copy(field, found)

    def binds(self, class_: int, name: int) -> bool:
        """Whether a class or one of its bases in the repository binds a name."""
        key = (class_, name)
        if key not in self._binds:
            self._binds[key] = any(at >= 0 and self.own(at, name) != NONE for at in self.order(class_))
        return self._binds[key]

    # Containers

    def container_type(self, container: int) -> str:
        """Name of the builtin type of a container."""
        part = self.flow.second[container]
        return self.program.container_type(self.flow.first[container]) if part == NONE else _MADE.get(part, "list")

    def index(self, place: int) -> int:
        """The key of a place in a list or tuple."""
        return self.program.code(b"#%d" % place)

    def length(self, container: int) -> int:
        """Elements of a list or tuple as it was written, or -1."""
        node = self.flow.first[container]
        if self.flow.second[container] != NONE or self.program.kind_name(node) not in ("tuple", "list"):
            return NONE
        children = list(self.program.children(node))
        spread = any(self.program.kind_name(child) == "splat" for child in children)
        return NONE if spread else len(children)

    def element(self, container: int, key: int) -> int:
        """The variable of a key of a container; what it holds is among all elements, too."""
        known = self.keys_of.setdefault(container, {})
        if key not in known:
            flow = self.flow
            known[key] = flow.field(container, key)
            if key not in (ALL, KEYS):
                flow.copy(known[key], self.element(container, ALL))
            for other in self._merged.get(container, ()):
                flow.copy(known[key], self.element(other, key))
        return known[key]

    def read(self, container: int, key: int) -> Iterator[int]:
        """Variables of what reading a key gives."""
        if key in (ANY, ALL):
            yield self.element(container, ALL)
        else:
            yield self.element(container, key)
            yield self.element(container, ANY)

    def merge(self, source: int, target: int) -> None:
        """The target gets every element of the source under its key."""
        if source == target or target in self._merged.get(source, ()):
            return
        self._merged.setdefault(source, []).append(target)
        for key, variable in list(self.keys_of.get(source, {}).items()):
            self.flow.copy(variable, self.element(target, key))
