"""What blocks hold, counted by everything that counts, and summed over all that lies inside once.

A name stands for one row of numbers, or for as many as there are codes of its group.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.programs.features.blocks import Blocks, Counts
from codegraft.programs.features.patterns import PAIRS
from codegraft.programs.features.schema import PARTS
from codegraft.programs.features.vocabulary import CLASSES, CODES, DECISIONS, WORDS
from codegraft.programs.graph import UNIT_KINDS
from codegraft.programs.units import Ints
from codegraft.symbols.python.kinds import KINDS

LINE_KINDS: Final = (
    *("blank_share", "comment_share", "continued_share", "long_line_share", "trailing_space_share", "tab_share"),
    *("odd_indent_share", "repeated_lines", "lines_of_code"),
)
"""What is said of lines, by the column of ``quality`` that counts it."""

MARKS: Final = ("todo", "deprecated", "version_notes", "legacy")
"""Columns of ``eras`` that count words anywhere in a text."""

_SINGLE: Final = (
    *("tokens", "lines", "functions", "parameters", "typed", "default", "years"),
    *("loops_nested", "tokens_in_loops", "calls_nested", "recursive_functions"),
    *("formatted_strings", "raw_strings", "byte_strings", "unicode_strings"),
    *("percent_formatting", "builtin_generics", "union_types"),
    *("variables_unread", "variables_read_once", "variables_read_first", "parameters_unread"),
    *("imports_unused", "functions_unused", "functions_without_return"),
)
_BUCKETS: Final = ("nested_buckets", "import_buckets", "part_buckets", "bigram_buckets")
_BINS: Final = ("line_bins", "indent_bins", "token_bins")

Exact = npt.NDArray[np.float64]
"""Whole numbers all the same."""

COUNTED: Final[Mapping[str, int]] = {
    "words": len(WORDS) + 1,
    "classes": len(CLASSES),
    "repeated": len(CLASSES),
    "pairs": len(PAIRS),
    "nodes": len(KINDS),
    "units": len(UNIT_KINDS),
    "line_kinds": len(LINE_KINDS),
    "marks": len(MARKS),
    **{name: len(PARTS[name].docs) for name in (*_BUCKETS, *_BINS)},
    **dict.fromkeys(_SINGLE, 1),
}
"""What is counted: name -> number of codes."""

ADDED: Final[Mapping[str, int]] = {
    "lengths": len(CLASSES),
    "squares": len(CLASSES),
    **dict.fromkeys(("nesting", "nesting_squared", "cognitive", "function_bytes"), 1),
    **dict.fromkeys(("line_length", "line_length_squared", "indent", "indent_squared"), 1),
}
"""What is added up: name -> number of codes."""

HIGHEST: Final = (
    *("nesting_highest", "loop_depth", "call_depth", "longest_line", "tree_depth", "year_latest", "year_earliest"),
)
"""Of what the largest value is wanted."""


def _rows(widths: Mapping[str, int]) -> tuple[dict[str, slice], int]:
    """Rows of each name, and how many there are. Before each name is one for the code -1, which counts for nothing."""
    found: dict[str, slice] = {}
    end = 0
    for name, width in widths.items():
        found[name] = slice(end + 1, end + 1 + width)
        end += 1 + width
    return found, end


COUNT_ROWS: Final = _rows(COUNTED)[0]
"""Rows of ``Totals.counts`` by name."""

_COUNTS: Final = _rows(COUNTED)[1]
_SUM_ROWS, _SUMS = _rows(ADDED)


class Tally:
    """Takes in things by their innermost block."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._counted: list[Ints] = []
        self._added: list[Ints] = []
        self._weights: list[Exact] = []
        self._places: list[Ints] = []
        self._values: list[Ints] = []

    def count(self, name: str, block: Ints, code: "Ints | int" = 0) -> None:
        """Count things, each in its block under its code; those with the code -1 are left out."""
        self._counted.append(block * _COUNTS + (code + COUNT_ROWS[name].start))

    def add(self, name: str, block: Ints, weight: npt.NDArray[np.generic], code: "Ints | int" = 0) -> None:
        """Add up weights, which are whole numbers, likewise."""
        self._added.append(block * _SUMS + (code + _SUM_ROWS[name].start))
        self._weights.append(weight.astype(np.float64))

    def highest(self, name: str, block: Ints, value: Ints) -> None:
        """Look for the largest value; without any it is 0."""
        self._places.append(block * len(HIGHEST) + HIGHEST.index(name))
        self._values.append(value)

    def totals(self) -> "Totals":
        """All of it, with what lies inside of each block."""
        number = len(self._blocks)
        place, added = np.concatenate(self._counted), np.concatenate(self._added)
        counts: Counts = np.bincount(place, minlength=number * _COUNTS).reshape(number, -1)
        sums = np.bincount(added, np.concatenate(self._weights), number * _SUMS).astype(np.float64, copy=False)
        highest: Counts = np.zeros((number, len(HIGHEST)), dtype=np.int64)
        np.maximum.at(highest.reshape(-1), np.concatenate(self._places), np.concatenate(self._values))
        sums = sums.reshape(number, -1)
        for table, how in ((counts, np.add), (sums, np.add), (highest, np.maximum)):
            self._blocks.gather(table, how)
        return Totals(counts, sums, highest)


class Totals:
    """What each of b blocks holds with all blocks inside of it.

    Attributes:
        counts: [rows, b] everything counted; ``COUNT_ROWS`` says where.
    """

    def __init__(self, counts: Counts, sums: Exact, highest: Counts) -> None:
        self.counts = counts.T
        self._sums = sums.T
        self._highest = dict(zip(HIGHEST, highest.T, strict=True))

    def __getitem__(self, name: str) -> Counts:
        """[b] what was counted under a name."""
        found: Counts = self.counts[COUNT_ROWS[name].start]
        return found

    def group(self, name: str) -> Counts:
        """[codes, b] what was counted under a name by code."""
        return self.counts[COUNT_ROWS[name]]

    def word(self, word: str) -> Counts:
        """[b] how often a word of ``vocabulary.WORDS`` stands there."""
        found: Counts = self.counts[COUNT_ROWS["words"].start + CODES[word.encode()]]
        return found

    def sum(self, name: str) -> Exact:
        """[b] what was added up under a name; whole numbers are exact."""
        found: Exact = self._sums[_SUM_ROWS[name].start]
        return found

    def sums(self, name: str) -> Exact:
        """[codes, b] what was added up under a name by code."""
        return self._sums[_SUM_ROWS[name]]

    def highest(self, name: str) -> Counts:
        """[b] the largest value of a name, 0 without any."""
        found: Counts = self._highest[name]
        return found

    @cached_property
    def functions(self) -> Counts:
        """[b] functions, the block itself included."""
        found: Counts = self.group("nodes")[KINDS["function"]]
        return found

    @cached_property
    def decisions(self) -> Counts:
        """[b] branches, loops, handlers, ``and`` and ``or``."""
        found: Counts = self.group("words")[DECISIONS].sum(axis=0)
        return found

    @cached_property
    def distinct(self) -> Counts:
        """[classes, b] distinct tokens by class: all but those that have an equal before them in the block."""
        return self.group("classes") - self.group("repeated")
