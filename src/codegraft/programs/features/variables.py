"""How variables are used: one row of numbers a variable, and their means over the variables of a block."""

from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.programs.features.columns import VARIABLE as COLUMNS
from codegraft.programs.features.facts import Facts, Floats, scaled
from codegraft.programs.features.schema import COUNTS
from codegraft.programs.features.vocabulary import CLASSES, CODES, WORDS
from codegraft.programs.units import CLASS, VARIABLE, Ints
from codegraft.symbols.python.kinds import KINDS, among

_PLACE: Final = {name: number for number, name in enumerate(COLUMNS)}

_READ_IN: Final = {
    "read_as_argument": ("call", "keyword", "splat", "splat2"),
    "read_for_attribute": ("attribute",),
    "read_for_item": ("subscript",),
    "read_as_index": ("slice",),
    "read_in_operation": ("operation", "unary"),
    "read_in_choice": ("choice", "conditional"),
    "read_in_statement": ("block", "module", "while"),
    "read_in_assignment": ("assignment", "augmented", "walrus"),
    "read_in_display": ("tuple", "list", "set", "dictionary", "pair", "comprehension"),
    "read_in_return": ("return", "yield", "raise"),
    "read_in_iteration": ("for", "for_in"),
    "read_in_string": ("string",),
}
"""Columns of reads by the kind of the node around."""

_WRITTEN_BY: Final = {
    "written_by_assignment": ("assignment", "walrus"),
    "written_by_augmentation": ("augmented",),
    "written_by_loop": ("for", "for_in"),
    "written_by_unpacking": ("tuple", "list", "splat"),
}
"""Columns of writes by the kind of the node around."""


_USES: Final = ("read_as_callee", *_READ_IN, "read_elsewhere", *_WRITTEN_BY, "written_elsewhere")


_OTHER_NUMBERS: Final = [name for name in CLASSES if name.startswith("number") and name[7:] not in ("zero", "one")]
_STARTS: Final = {
    "starts_at_zero": ("number_zero",),
    "starts_at_one": ("number_one",),
    "starts_at_number": ("-", *_OTHER_NUMBERS),
    "starts_as_text": tuple(name for name in CLASSES if name.startswith("string")),
    "starts_as_display": ("[", "{", "("),
    "starts_as_constant": ("None", "True", "False"),
    "starts_as_name": tuple(name for name in CLASSES if name.startswith("name")),
}
"""Columns of first values by the word or class of the token behind the equals sign."""

_BY_WORD: Final = np.zeros(len(WORDS) + 1, dtype=np.int64)
_BY_CLASS: Final = np.zeros(len(CLASSES), dtype=np.int64)
for _number, _members in enumerate(_STARTS.values(), start=1):
    _BY_WORD[[CODES[member.encode()] for member in _members if member not in CLASSES]] = _number
    _BY_CLASS[[CLASSES.index(member) for member in _members if member in CLASSES]] = _number


def _places_of_use() -> npt.NDArray[np.uint8]:
    """[written, first child, kind of the node around] the number in ``_USES`` of a use."""
    found = np.empty((2, 2, 256), dtype=np.uint8)
    found[0], found[1] = _USES.index("read_elsewhere"), _USES.index("written_elsewhere")
    for written, columns in enumerate((_READ_IN, _WRITTEN_BY)):
        for column, kinds in columns.items():
            found[written][:, [KINDS[kind] for kind in kinds]] = _USES.index(column)
    found[0, 1, KINDS["call"]] = _USES.index("read_as_callee")
    found[0, 0, KINDS["subscript"]] = _USES.index("read_as_index")
    return found


_PLACE_OF_USE: Final = _places_of_use()


def variable_numbers(facts: Facts) -> npt.NDArray[np.int64]:
    """[variables, columns] what each variable of the batch counts, in the order of their units."""
    return _Uses(facts).numbers()


def scaled_numbers(numbers: npt.NDArray[np.int64] | npt.NDArray[np.float64]) -> Floats:
    """The part ``variable``: counts scaled, flags as they are."""
    found: Floats = numbers.astype(np.float32)
    found[:, COUNTS["variable"]] = scaled(found[:, COUNTS["variable"]])
    return found


def means(facts: Facts, numbers: npt.NDArray[np.int64]) -> Floats:
    """[b, columns] means over the variables that a block owns, directly or not; whole numbers are added, so exactly."""
    block = facts.blocks.of_unit[np.flatnonzero(facts.units.kind == VARIABLE)]
    order = np.argsort(block, kind="stable")
    total = np.zeros((len(block) + 1, numbers.shape[1]), dtype=np.int64)
    np.cumsum(numbers[order], axis=0, out=total[1:])
    first = np.searchsorted(block[order], np.arange(len(facts.blocks) + 1))
    last = first[facts.blocks.stop]
    inside = np.maximum(last - first[:-1], 1)
    return scaled_numbers((total[last] - total[first[:-1]]) / inside[:, None])


class _Uses:
    """The uses of variables as columns: which variable, the kind of the node around, whether it is written."""

    def __init__(self, facts: Facts) -> None:
        self.facts, units, tree = facts, facts.units, facts.tree
        self.rows: Ints = np.flatnonzero(units.kind == VARIABLE)
        number_of = np.full(len(units.kind), -1, dtype=np.int64)
        number_of[self.rows] = np.arange(len(self.rows))
        order = np.lexsort((tree.start[units.node], units.used))
        self.variable, self.node = number_of[units.used[order]], units.node[order]
        self.written = units.written[order]
        above = tree.parent[self.node]
        self.around = np.where(above >= 0, tree.kind[above], KINDS["module"])
        self.is_first_child = self.node == above + 1
        self.start = tree.start[self.node]

    def numbers(self) -> npt.NDArray[np.int64]:
        found = np.zeros((len(self.rows), len(COLUMNS)), dtype=np.int64)
        reads, writes = self._count(~self.written), self._count(self.written)
        parameter = np.zeros(len(self.rows), dtype=np.bool_)
        is_parameter = self.facts.parameters
        parameter[self.variable[is_parameter[self.node]]] = True
        first, last = self._first(), self._last()
        seen = reads + writes > 0
        units = self.facts.units
        columns = {
            "reads": reads,
            "writes": writes,
            "uses": reads + writes,
            "unread": reads == 0,
            "read_once": reads == 1,
            "written_once": writes == 1,
            "is_parameter": parameter,
            "unread_parameter": parameter & (reads == 0),
            "is_attribute": units.kind[units.owner[self.rows]] == CLASS,
        }
        if len(self.node):
            before = np.minimum(first, len(self.node) - 1)
            second = np.minimum(before + 1, last)
            columns |= {
                "read_first": seen & ~self.written[before],
                "is_loop_variable": seen & among(self.around[before], "for", "for_in"),
                "reach": np.where(seen, self.start[last] - self.start[before], 0),
                "gap": np.where(seen, self.start[second] - self.start[before], 0),
            }
        columns |= self._kinds_of_use() | self._places() | self._first_values()
        for name, values in columns.items():
            found[:, _PLACE[name]] = values
        return found

    def _count(self, chosen: "npt.NDArray[np.bool_]") -> Ints:
        return np.bincount(self.variable[chosen], minlength=len(self.rows))

    def _first(self) -> Ints:
        return np.searchsorted(self.variable, np.arange(len(self.rows)), side="left")

    def _last(self) -> Ints:
        return np.maximum(np.searchsorted(self.variable, np.arange(len(self.rows)), side="right") - 1, 0)

    def _kinds_of_use(self) -> dict[str, Ints]:
        """Uses by the kind of the node around, and by whether they are its first child."""
        place = _PLACE_OF_USE[self.written.view(np.uint8), self.is_first_child.view(np.uint8), self.around]
        width = len(_USES)
        counts = np.bincount(self.variable * width + place, minlength=len(self.rows) * width).reshape(-1, width)
        return dict(zip(_USES, counts.T, strict=True))

    def _places(self) -> dict[str, Ints]:
        """Uses in loops, and uses in functions inside of the variable's own."""
        tree, units = self.facts.tree, self.facts.units
        loops = among(tree.kind, "for", "while", "comprehension")
        start, end = np.sort(tree.start[loops]), np.sort(tree.end[loops])
        looping = np.searchsorted(start, self.start, "right") > np.searchsorted(end, self.start, "right")
        home = self.facts.blocks.of_unit[self.rows][self.variable]
        elsewhere = self.facts.blocks.holding(self.start) != home
        elsewhere &= units.kind[units.owner[self.rows]][self.variable] == 2
        return {
            "used_in_loop": self._count(looping),
            "written_in_loop": self._count(looping & self.written),
            "captured": self._count(elsewhere),
        }

    def _first_values(self) -> dict[str, Ints]:
        """What stands behind the equals sign that follows the variable's name, where one does."""
        tokens, units = self.facts.tokens, self.facts.units
        word, kind = np.append(tokens.word, [0, 0]), np.append(tokens.kind, [0, 0])
        at = np.searchsorted(tokens.start, units.end[self.rows])
        given = (word[at] == CODES[b"="]) & np.append(self.facts.follows, [False, False])[np.maximum(at - 1, 0)]
        value_word, value_kind = word[at + given], kind[at + given]
        starts = given * np.maximum(_BY_WORD[value_word], _BY_CLASS[value_kind])
        return {column: starts == number for number, column in enumerate(_STARTS, start=1)}
