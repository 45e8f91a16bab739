"""What a function is found by: the words of its name, of where it stands, of its parameters and of its body."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from codegraft.graphmer.search.bags import Bags, Vocabulary
from codegraft.graphmer.search.functions import Function
from codegraft.graphmer.search.words import words_of


class Fields(NamedTuple):
    """The words of a function, in their order."""

    name: list[str]
    scope: list[str]
    parameters: list[str]
    body: list[str]


FIELDS: Final = Fields._fields


def code_fields(path: str, function: Function) -> Fields:
    """The words of a function's code; its documentation has no part in them.

    Args:
        path: POSIX path of its file, whose parts are words of the scope.
        function: as it was read.
    """
    return Fields(
        words_of(function.name),
        words_of(f"{PurePosixPath(path).with_suffix('')} {function.scope}"),
        words_of(function.parameters),
        words_of(function.body),
    )


def documented_fields(path: str, function: Function) -> Fields:
    """As :func:`code_fields`, with the words of the documentation among those of the body."""
    fields = code_fields(path, function)
    return fields._replace(body=fields.body + words_of(function.documentation))


@dataclass(frozen=True, eq=False)
class FieldBags:
    """The words of n functions in columns.

    Attributes:
        vocabulary: of all fields.
        bags: of each of :data:`FIELDS`, n texts.
    """

    vocabulary: Vocabulary
    bags: tuple[Bags, ...]

    @classmethod
    def of(cls, functions: Iterable[Fields]) -> "FieldBags":
        """The columns of functions."""
        vocabulary = Vocabulary()
        columns: Sequence[Sequence[list[str]]] = list(zip(*functions, strict=True)) or [[] for _ in FIELDS]
        return cls(vocabulary, tuple(Bags.of(column, vocabulary) for column in columns))

    def __len__(self) -> int:
        return len(self.bags[0])
