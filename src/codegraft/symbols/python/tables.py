"""Python files as tables: syntax, names and their variables, and the literals that say a name."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import numpy as np

from codegraft.symbols.python.imports import imported_names
from codegraft.symbols.python.kinds import KIND_NAMES, Kind, among
from codegraft.symbols.python.modules import PythonModules, SourcePath
from codegraft.symbols.python.scopes import ImportedName, Scopes
from codegraft.symbols.python.tree import NONE, Forest
from codegraft.symbols.python.versions import Versions, versions_of

_NUMBER_OR_NOTHING: Final = re.compile(r"\s*(-?\d{1,9})?\s*")


class Tables:
    """Tables of a forest of Python files.

    Attributes:
        slot: [n] the variable that holds what a node is worth: of names the variable that they mean, of others one of
            their own, numbered as the node.
        first_variable, first_version, first_function: where variables of names, of their versions and of functions
            start.
        versions: variables of versions, each with the variable of the name that holds all of them.
    """

    def __init__(self, forest: Forest, places: Sequence[SourcePath]) -> None:
        self.forest = forest
        self.modules = PythonModules(places)
        self.imports = imported_names(forest)
        self.scopes = Scopes(forest, self.imports)
        brought = [fact for fact in self.imports if fact.bound != NONE]
        binds = self.scopes.variable_of[len(self.scopes.variable_of) - len(brought) :].tolist()
        self._imported = {(fact.place, fact.bound): found for fact, found in zip(brought, binds, strict=True)}
        self.kind = forest.kind.data
        self.parent = forest.parent.data
        self.after = forest.after.data
        self.last = forest.last.data
        self.name = forest.name.data
        self.definition = self.scopes.definition.data
        self.file = forest.file.data
        self.first_variable = len(forest)
        versions = versions_of(forest, self.scopes)
        self.first_version = self.first_variable + len(self.scopes.home)
        self.first_function = self.first_version + len(versions.variable)
        slots = self._slots(versions)
        used = np.zeros(self.first_version, dtype=np.bool_)
        used[slots[slots < self.first_version]] = True
        used[self.first_variable :] |= among(forest.kind[self.scopes.home], "module", "class")
        pairs = np.flatnonzero(versions.lasting & used[self.first_variable + versions.variable])
        self.versions = list(
            zip(
                (pairs + self.first_version).tolist(),
                (versions.variable[pairs] + self.first_variable).tolist(),
                strict=True,
            )
        )
        self.slot = slots.data

    def _slots(self, versions: Versions) -> "np.ndarray[tuple[int], np.dtype[np.int32]]":
        """For each node the variable that holds its value."""
        forest = self.forest
        slots = np.arange(len(forest), dtype=np.int32)
        named = self.scopes.variable >= 0
        slots[named] = self.scopes.variable[named] + self.first_variable
        slots[versions.nodes] = versions.version + self.first_version
        through = np.flatnonzero(among(forest.kind, "assignment", "walrus") & (forest.last >= 0))[::-1]
        for node in through.tolist():
            slots[node] = slots[forest.last[node]]
        return slots

    def kind_name(self, node: int) -> str:
        """Kind of a node."""
        return KIND_NAMES[self.kind[node]]

    def container_type(self, node: int) -> str:
        """Name of the builtin type that a display or comprehension makes."""
        name = self.kind_name(node)
        if name == "comprehension":
            return "dict" if self.kind_name(node + 1) == "pair" else "list"
        return {"dictionary": "dict", "call": "list"}.get(name, name)

    def children(self, node: int) -> Iterator[int]:
        """Children of a node in their order."""
        after = self.after
        child = node + 1 if self.last[node] >= 0 else NONE
        while child >= 0:
            yield child
            child = after[child]

    def code(self, text: bytes) -> int:
        """Number of a name, made if it is new."""
        codes = self.forest.codes
        return codes.setdefault(text, len(codes))

    def text(self, code: int) -> str:
        """The name with a number."""
        names = self.forest.names
        if code >= len(names):
            names.extend(list(self.forest.codes)[len(names) :])
        return names[code].decode("utf-8", "replace")

    def module_root(self, file: int) -> int:
        """The first node of a file."""
        return int(self.forest.first[file])

    def module_variable(self, file: int, name: int) -> int:
        """The variable of a name in a module's own scope, or -1."""
        found = self.scopes.find(self.module_root(file), name)
        return found if found == NONE else self.first_variable + found

    def variable_at(self, fact: ImportedName) -> int:
        """The variable that an import binds."""
        if self.kind[fact.place] == Kind.NAME:
            return int(self.slot[fact.place])
        found: int = self._imported[fact.place, fact.bound]
        return self.first_variable + found

    def literal(self, node: int) -> int:
        """Number of the name that a plain string says, or -1."""
        code = self.name[node] if self.kind[node] == Kind.STRING else NONE
        if code == NONE:
            return NONE
        text = self.forest.names[code]
        plain = text[:1] in (b"'", b'"') and text[1:2] != text[:1] and b"\\" not in text
        return self.code(text[1:-1]) if plain else NONE

    def constant(self, node: int) -> int:
        """The string that a name stands for because it is bound once, by an assignment of it; or -1."""
        variable = self.scopes.variable[node] if self.kind[node] == Kind.NAME else NONE
        return self._constants.get(int(variable), NONE) if variable >= 0 else NONE

    @cached_property
    def _constants(self) -> dict[int, int]:
        forest, scopes = self.forest, self.scopes
        once = np.bincount(scopes.variable_of, minlength=len(scopes.home)) == 1
        plain = among(forest.parent_kind[scopes.binders], "assignment") & once[scopes.variable_of]
        values = forest.last[np.where(plain, forest.parent[scopes.binders], 0)]
        plain &= among(forest.kind[values], "string")
        return dict(zip(scopes.variable_of[plain].tolist(), values[plain].tolist(), strict=True))

    def key(self, node: int) -> int:
        """Key that an index or a dictionary's key says: a string, a number, or -1 for any."""
        if self.kind[node] == Kind.NUMBER and self.name[node] != NONE:
            return self.code(b"#" + self.forest.names[self.name[node]])
        if self.kind[node] == Kind.UNARY and self.kind[node + 1] == Kind.NUMBER and self.name[node + 1] != NONE:
            return self.code(b"#-" + self.forest.names[self.name[node + 1]])
        if (constant := self.constant(node)) != NONE:
            node = constant
        return self.literal(node)

    def slice(self, node: int) -> "slice | None":
        """A slice of plain numbers, or ``None``."""
        code = self.name[node]
        parts = self.forest.names[code].decode("utf-8", "replace").split(":") if code != NONE else []
        if not 2 <= len(parts) <= 3 or not all(_NUMBER_OR_NOTHING.fullmatch(part) for part in parts):
            return None
        return slice(*(int(part) if part.strip() else None for part in parts))

    def decorators(self, node: int) -> list[int]:
        """Decorator nodes of a function or class, the outermost first."""
        above = self.parent[node]
        if self.kind[above] != Kind.DECORATED:
            return []
        return [child for child in self.children(above) if self.kind[child] == Kind.DECORATOR]
