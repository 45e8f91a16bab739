"""Values of metrics files as templates see them: each knows the file and the key that it was read from.

Nothing here raises for what a file lacks: a key that is not there becomes a line of the ledger's faults and a value
that prints as ``?``, so that one pass over a template names all that is wrong.
"""

import math
import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Self

FIRST_MARK: Final = 0xF0000
"""Figures are printed as one private-use character each, which no file and no template may hold."""
LAST_MARK: Final = 0x10FFFD
UNKNOWN: Final = "?"
"""What a figure prints as that could not be found; a fault says why."""


@dataclass(frozen=True)
class Figure:
    """A number or a word that a document shows, and where it was read: ``key`` is a path or an expression of paths."""

    text: str
    files: tuple[str, ...]
    key: str


@dataclass
class Ledger:
    """What one rendering has printed, and what was wrong with it, a line each."""

    figures: list[Figure] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def complain(self, fault: str) -> None:
        """Note a fault, once."""
        if fault not in self.faults:
            self.faults.append(fault)

    def mark(self, figure: Figure) -> str:
        """The character that stands for a figure in the rendered text."""
        self.figures.append(figure)
        return chr(FIRST_MARK + len(self.figures) - 1)


class Value:
    """A number, word, list or object of a file, or what arithmetic made of numbers."""

    def __init__(self, value: Any, files: tuple[str, ...], key: str, ledger: Ledger, *, missing: bool = False) -> None:
        self.value = value
        self.files = files
        self.key = key
        self.ledger = ledger
        self.missing = missing

    def complain(self, why: str) -> None:
        """Note what is wrong with this value, unless it was noted already that there is none."""
        if not self.missing:
            self.ledger.complain(f"{', '.join(self.files)}: {self.key or 'the file'} {why}")

    def child(self, name: str | int) -> "Value":
        """What stands under a key or at a position; a missing value, and a fault, when nothing does."""
        key = f"{self.key}.{name}" if self.key else str(name)
        if isinstance(self.value, dict) and name in self.value:
            return Value(self.value[name], self.files, key, self.ledger)
        if isinstance(self.value, list) and isinstance(name, int) and name < len(self.value):
            return Value(self.value[name], self.files, key, self.ledger)
        if not self.missing:
            self.ledger.complain(f"{', '.join(self.files)}: no key {key}")
        return Value(None, self.files, key, self.ledger, missing=True)

    def at(self, path: str) -> "Value":
        """What stands under keys that are joined by dots."""
        value = self
        for name in path.split("."):
            value = value.child(name)
        return value

    def entries(self) -> list[tuple["Value", "Value"]]:
        """The names and values of an object, in the file's order; a list counts from 0."""
        if isinstance(self.value, dict):
            return [(self._name(name), self.child(name)) for name in self.value]
        if isinstance(self.value, list):
            return [(self._name(str(row)), self.child(row)) for row in range(len(self.value))]
        self.complain("is no object and no list")
        return []

    def counted(self, key: str | None = None) -> "Value":
        """How many values there are, or how many of them have something true under ``key``."""
        told = f"number of {self.key}" if key is None else f"number of {self.key} with {key}"
        if not isinstance(self.value, dict | list):
            self.complain("is no object and no list")
            return Value(None, self.files, told, self.ledger, missing=True)
        held = [child for _, child in self.entries() if key is None or child.child(key)]
        return Value(len(held), self.files, told, self.ledger)

    def number(self) -> float | int | None:
        """The finite number; None, and a fault, when it is none."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            self.complain(f"is {_kind(self.value)}, where a number is wanted")
            return None
        if not math.isfinite(self.value):
            self.complain("is not a finite number")
            return None
        return self.value

    def _name(self, name: str) -> "Value":
        return Value(name, self.files, f"{self.key}.{name}, its name", self.ledger)

    def _with(self, other: "Value | float", sign: str, of: Callable[[Any, Any], Any], *, swap: bool = False) -> "Value":
        second = other if isinstance(other, Value) else Value(other, (), f"{other}", self.ledger)
        left, right = (second, self) if swap else (self, second)
        files = tuple(sorted({*left.files, *right.files}))
        key = f"{_bracketed(left.key)} {sign} {_bracketed(right.key)}"
        numbers = left.number(), right.number()
        if None in numbers:
            return Value(None, files, key, self.ledger, missing=True)
        if sign == "/" and not numbers[1]:
            right.complain("is zero, and divides")
            return Value(None, files, key, self.ledger, missing=True)
        return Value(of(*numbers), files, key, self.ledger)

    def __str__(self) -> str:
        raise TypeError(f"{self.key} is made part of a text; print it by itself, or by a filter")

    def __add__(self, other: "Value | float") -> "Value":
        return self._with(other, "+", operator.add)

    def __radd__(self, other: float) -> "Value":
        return self if other == 0 else self._with(other, "+", operator.add, swap=True)

    def __sub__(self, other: "Value | float") -> "Value":
        return self._with(other, "-", operator.sub)

    def __rsub__(self, other: float) -> "Value":
        return self._with(other, "-", operator.sub, swap=True)

    def __mul__(self, other: "Value | float") -> "Value":
        return self._with(other, "*", operator.mul)

    def __truediv__(self, other: "Value | float") -> "Value":
        return self._with(other, "/", operator.truediv)

    def __lt__(self, other: Self) -> bool:
        mine, theirs = self.number(), other.number()
        return mine is not None and theirs is not None and mine < theirs

    def __eq__(self, other: object) -> bool:
        same: bool = self.value == (other.value if isinstance(other, Value) else other)
        return same

    def __contains__(self, name: object) -> bool:
        return isinstance(self.value, dict) and name in self.value

    def __bool__(self) -> bool:
        return bool(self.value)

    def __iter__(self) -> Iterator["Value"]:
        return iter([child for _, child in self.entries()])


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _bracketed(key: str) -> str:
    return f"({key})" if " " in key else key
