"""What the Java code of a repository was found to say."""

from dataclasses import dataclass, field
from typing import NamedTuple

from codegraft.symbols.java.declarations import Class, Field, Function, Local, Unit

Target = Class | Function | Field | Local | Unit
"""Anything that has a row among the definitions."""


@dataclass(eq=False, repr=False)
class Reference:
    """A row of ``model.References`` before its ends have numbers; ``target`` may be the name of something outside."""

    kind: str
    source: Target
    target: Target | str | None
    unit: int
    start: int
    end: int


class Use(NamedTuple):
    """A class is initialised here, unless it is already. ``order`` sorts the places of one function as they run."""

    order: tuple[int, int]
    class_: Class
    place: tuple[int, int]


@dataclass
class Findings:
    """What the code of a repository says: references that the text decides, and uses of classes by function."""

    references: list[Reference] = field(default_factory=list)
    uses: dict[Function | Class, list["Use"]] = field(default_factory=dict)
    outside_kinds: dict[str, str] = field(default_factory=dict)
