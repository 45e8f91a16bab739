"""A Python repository as a program: functions, classes, and what the variables of its places are."""

import builtins
from collections.abc import Sequence
from functools import cached_property
from typing import Final

import numpy as np

from codegraft.symbols.python.functions import Function, read_functions
from codegraft.symbols.python.kinds import LITERALS, Kind, among
from codegraft.symbols.python.modules import SourcePath
from codegraft.symbols.python.tables import Tables
from codegraft.symbols.python.tree import NONE, Forest

BUILTINS: Final = frozenset(dir(builtins))

SPLAT, SPLAT2 = -1, -2
"""Slots of ``*arguments`` and ``**arguments``; positions are 0, 1 ...; keywords are ``keyword_slot(name)``."""

KEYWORD_SLOTS: Final = 1 << 20
"""Slots of keywords start here."""

Argument = tuple[int, int]
"""Slot and variable."""


def keyword_slot(name: int) -> int:
    """The slot of a keyword argument."""
    return KEYWORD_SLOTS + name


class Program(Tables):
    """A program. Functions and classes are known by their nodes.

    Attributes:
        functions: functions and lambdas. All methods of a class share the variable of their first parameter.
        classes: nodes of classes.
        matters: for each variable whether it is read where its value could do something, rather than be counted.
        stars: files whose names a star import brings, the last first, by file.
    """

    def __init__(self, forest: Forest, places: Sequence[SourcePath]) -> None:
        super().__init__(forest, places)
        self.stars = self._stars()
        self._public: dict[int, frozenset[int] | None] = {}
        self.functions = read_functions(self)
        self.classes = np.flatnonzero(among(forest.kind, "class")).tolist()
        self._share_receivers()
        self._share_attributes()
        self.matters = self._matters()

    @property
    def variables(self) -> int:
        """How many variables nodes and names need; two for each function follow."""
        return self.first_function + 2 * len(self.functions)

    def _matters(self) -> bytes:
        forest = self.forest
        reads = among(forest.kind, "name") & ~self.scopes.target & (np.asarray(self.slot) >= self.first_variable)
        idle = among(forest.parent_kind, "unary", "slice", "string", "type", "delete", "block", "module", "import")
        idle |= among(forest.parent_kind, "subscript") & (forest.place > 0)
        idle |= among(forest.parent_kind, "parameters") | (among(forest.parent_kind, "while"))
        found = np.zeros(self.variables, dtype=np.uint8)
        found[: self.first_variable] = 1
        found[self.first_function :] = 1
        found[np.asarray(self.slot)[reads & ~idle]] = 1
        shared = among(forest.kind[self.scopes.home], "module", "class")
        found[self.first_variable + np.flatnonzero(shared)] = 1
        for version, variable in self.versions:
            found[version] |= found[variable]
        return found.tobytes()

    def arguments(self, call: int) -> list[Argument]:
        """Arguments of a call that may be worth something; what is called is its first child."""
        found: list[Argument] = []
        kind, slot, after = self.kind, self.slot, self.after
        child, place = after[call + 1], 0
        while child >= 0:
            code = kind[child]
            if code == Kind.KEYWORD:
                value = self.last[child]
                if kind[value] not in LITERALS:
                    found.append((keyword_slot(self.name[child + 1]), slot[value]))
            elif code == Kind.SPLAT:
                found.append((SPLAT, slot[child + 1]))
            elif code == Kind.SPLAT2:
                found.append((SPLAT2, slot[child + 1]))
            elif code not in LITERALS:
                found.append((place, slot[child]))
            place += 1
            child = after[child]
        return found

    def _share_receivers(self) -> None:
        """Give the first parameters of a class's methods one variable: what one method is called on, the others are."""
        shared: dict[tuple[int, bool], int] = {}
        same = np.arange(self.variables, dtype=np.int32)
        for node, function in self.functions.items():
            if (
                function.owner != NONE
                and function.positional
                and not function.static
                and self.kind[node] == Kind.FUNCTION
            ):
                first = function.positional[0]
                if first < self.first_version:
                    same[first] = shared.setdefault((function.owner, function.of_class), first)
        for function in self.functions.values():
            if function.positional and (first := int(same[function.positional[0]])) != function.positional[0]:
                function.by_name = {name: int(same[variable]) for name, variable in function.by_name.items()}
                function.positional[0] = first
        slots = np.asarray(self.slot)
        slots[:] = same[slots]

    def _share_attributes(self) -> None:
        """Give all places that read one attribute of one variable one variable, that of the last of them."""
        shared: dict[tuple[int, int], int] = {}
        slot, name, last = self.slot, self.name, self.last
        reads = among(self.forest.kind, "attribute") & ~self.scopes.target
        for node in np.flatnonzero(reads)[::-1].tolist():
            slot[node] = shared.setdefault((slot[node + 1], name[last[node]]), node)

    def _stars(self) -> dict[int, list[int]]:
        """Files whose names a star import brings, the last first, by file."""
        found: dict[int, list[int]] = {}
        for fact in self.imports:
            if fact.name == "*":
                file = self.file[fact.node]
                if (module := self.modules.find(file, fact.module)) is not None and module != file:
                    found.setdefault(file, []).insert(0, module)
        return found

    @cached_property
    def stored(self) -> frozenset[int]:
        """Names that are assigned to as attributes anywhere."""
        forest = self.forest
        targets = np.flatnonzero(among(forest.kind, "attribute") & self.scopes.target)
        names = set(forest.name[forest.last[targets]].tolist())
        setattr_ = (forest.name == forest.codes.get(b"setattr", NONE)) & among(forest.parent_kind, "call")
        for node in np.flatnonzero(setattr_).tolist():
            names |= {self.literal(child) for child in self.children(self.parent[node])}
        return frozenset(names - {NONE})

    @cached_property
    def setters(self) -> dict[tuple[int, int], int]:
        """Functions that set a property, by class and name."""
        return {
            (function.owner, self.name[node + 1]): node
            for node, function in self.functions.items()
            if function.accessor and function.positional[1:]
        }

    def is_public(self, file: int, name: int) -> bool:
        """Whether a star import brings a name of a module: by its ``__all__``, else unless it begins with ``_``."""
        if file not in self._public:
            self._public[file] = self._listed(file)
        listed = self._public[file]
        return not self.text(name).startswith("_") if listed is None else name in listed

    def _listed(self, file: int) -> frozenset[int] | None:
        """Names in ``__all__``; ``None`` without one that is written out once."""
        variable = self.scopes.find(self.module_root(file), self.forest.codes.get(b"__all__", NONE))
        binders = self.scopes.binders[self.scopes.variable_of == variable] if variable >= 0 else []
        if len(binders) != 1 or self.kind_name(self.parent[binders[0]]) != "assignment":
            return None
        display = self.last[self.parent[binders[0]]]
        if self.kind_name(display) not in ("list", "tuple"):
            return None
        return frozenset(code for child in self.children(display) if (code := self.literal(child)) != NONE)

    def is_dropped(self, call: int) -> bool:
        """Whether a call is a statement, so that nobody sees what it gives."""
        return self.kind[call] == Kind.CALL and self.kind[self.parent[call]] in (Kind.BLOCK, Kind.MODULE)

    def method_around(self, place: int) -> Function | None:
        """The method in which a place is, be it in a function within; ``None`` outside of methods."""
        at = self.definition[place]
        while at >= 0:
            function = self.functions.get(at)
            if function is not None and function.owner != NONE:
                return function
            at = self.definition[at]
        return None
