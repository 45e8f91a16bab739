"""How variables are used: one row of numbers a variable, and their means over the variables of a block."""

from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.programs.features.columns import VARIABLE as COLUMNS
from codegraft.programs.features.facts import Facts, Floats, scaled
from codegraft.programs.features.schema import COUNTS
from codegraft.programs.features.tally import Totals
from codegraft.programs.features.vocabulary import CLASSES, CODES, WORDS
from codegraft.programs.units import CLASS, FUNCTION, NONE, VARIABLE, Ints, Mask
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


def _places_of_use() -> Ints:
    """[written, first child, kind of the node around] the number in ``_USES`` of a use."""
    found = np.empty((2, 2, 256), dtype=np.int64)
    found[0], found[1] = _USES.index("read_elsewhere"), _USES.index("written_elsewhere")
    for written, columns in enumerate((_READ_IN, _WRITTEN_BY)):
        for column, kinds in columns.items():
            found[written][:, [KINDS[kind] for kind in kinds]] = _USES.index(column)
    found[0, 1, KINDS["call"]] = _USES.index("read_as_callee")
    found[0, 0, KINDS["subscript"]] = _USES.index("read_as_index")
    return found


_PLACE_OF_USE: Final = _places_of_use()
_USE_PLACES: Final = [_PLACE[name] for name in _USES]
_START_PLACES: Final = [_PLACE[name] for name in _STARTS]
_NOTHING: Final = np.zeros(2, dtype=np.int64)
"""Stands behind the last token."""


def variable_numbers(facts: Facts) -> Ints:
    """[variables, columns] what each variable of the batch counts, in the order of their units."""
    return _Uses(facts).numbers()


def scaled_numbers(numbers: npt.NDArray[np.int64] | npt.NDArray[np.float64]) -> Floats:
    """The part ``variable``: counts scaled, flags as they are."""
    found: Floats = numbers.astype(np.float32)
    found[:, COUNTS["variable"]] = scaled(found[:, COUNTS["variable"]])
    return found


def means(facts: Facts, totals: Totals, numbers: Ints) -> npt.NDArray[np.float64]:
    """[columns, b] means over the variables that a block owns, directly or not; whole numbers are added, so exactly."""
    columns, size = numbers.shape[1], len(facts.blocks)
    place = facts.blocks.of_unit[facts.units.kind == VARIABLE] * columns + np.arange(columns)[:, None]
    sums = np.bincount(place.ravel(), numbers.T.ravel(), size * columns).reshape(size, columns)
    facts.blocks.gather(sums, np.add)
    found: npt.NDArray[np.float64] = sums.T / np.maximum(totals.group("units")[VARIABLE], 1)
    return found


class _Uses:
    """The uses of variables as columns: which variable, the kind of the node around, whether it is written."""

    def __init__(self, facts: Facts) -> None:
        self.facts, units, tree = facts, facts.units, facts.tree
        self.rows: Ints = (units.kind == VARIABLE).nonzero()[0]
        number_of = np.full(len(units.kind), -1, dtype=np.int64)
        number_of[self.rows] = np.arange(len(self.rows))
        order = np.lexsort((tree.start[units.node], units.used))
        self.variable, self.node = number_of[units.used[order]], units.node[order]
        self.written = units.written[order]
        self.around = facts.above[self.node]
        self.is_first_child = self.node == tree.parent[self.node] + 1
        self.start = tree.start[self.node]

    def numbers(self) -> Ints:
        reads, writes = self._count(~self.written), self._count(self.written)
        uses, parameter = reads + writes, self._parameters()
        units = self.facts.units
        found = np.zeros((len(COLUMNS), len(self.rows)), dtype=np.int64)
        found[_USE_PLACES] = self._kinds_of_use(uses)
        found[_START_PLACES] = self._first_values()
        columns = {
            "reads": reads,
            "writes": writes,
            "uses": uses,
            "unread": reads == 0,
            "read_once": reads == 1,
            "written_once": writes == 1,
            "is_parameter": parameter,
            "unread_parameter": parameter & (reads == 0),
            "is_attribute": units.kind[units.owner[self.rows]] == CLASS,
            **self._spans(uses),
            **self._places(),
        }
        for name, values in columns.items():
            found[_PLACE[name]] = values
        return found.T

    def _count(self, chosen: Mask) -> Ints:
        return np.bincount(self.variable[chosen], minlength=len(self.rows))

    def _parameters(self) -> Mask:
        is_parameter = np.zeros(len(self.facts.tree.kind), dtype=np.bool_)
        is_parameter[self.facts.parameters] = True
        found = np.zeros(len(self.rows), dtype=np.bool_)
        found[self.variable[is_parameter[self.node]]] = True
        return found

    def _spans(self, uses: Ints) -> dict[str, npt.NDArray[np.generic]]:
        """What the first use of each variable is, and how far it is to the next and to the last."""
        if not len(self.node):
            return {}
        last = np.maximum(uses.cumsum() - 1, 0)
        first = np.minimum(last - np.maximum(uses - 1, 0), len(self.node) - 1)
        second, seen = np.minimum(first + 1, last), uses > 0
        return {
            "read_first": seen & ~self.written[first],
            "is_loop_variable": seen & among(self.around[first], "for", "for_in"),
            "reach": (self.start[last] - self.start[first]) * seen,
            "gap": (self.start[second] - self.start[first]) * seen,
        }

    def _kinds_of_use(self, uses: Ints) -> Ints:
        """[kinds, variables] uses by the kind of the node around, and by whether they are its first child."""
        place = _PLACE_OF_USE[self.written.view(np.uint8), self.is_first_child.view(np.uint8), self.around]
        number = len(uses)
        counts = np.bincount(place * number + self.variable, minlength=len(_USES) * number)
        return counts.reshape(len(_USES), number)

    def _places(self) -> dict[str, Ints]:
        """Uses in loops, and uses in functions inside of the variable's own."""
        tree, units = self.facts.tree, self.facts.units
        loops = among(tree.kind, "for", "while", "comprehension").nonzero()[0]
        ends = np.sort(tree.end[loops])
        looping = tree.start[loops].searchsorted(self.start, side="right") > ends.searchsorted(self.start, side="right")
        home = self.facts.blocks.of_unit[self.rows]
        home[units.kind[units.owner[self.rows]] != FUNCTION] = NONE
        around = home[self.variable]
        return {
            "used_in_loop": self._count(looping),
            "written_in_loop": self._count(looping & self.written),
            "captured": self._count((around >= 0) & (self.facts.node_block[self.node] != around)),
        }

    def _first_values(self) -> Mask:
        """[starts, variables] what stands behind the equals sign that follows the variable's name, where one does."""
        tokens, units = self.facts.tokens, self.facts.units
        word, kind = np.concatenate((tokens.word, _NOTHING)), np.concatenate((tokens.kind, _NOTHING))
        at = tokens.start.searchsorted(units.end[self.rows])
        given = (word[at] == CODES[b"="]) & np.concatenate((self.facts.follows, _NOTHING))[np.maximum(at - 1, 0)]
        starts = given * np.maximum(_BY_WORD[word[at + given]], _BY_CLASS[kind[at + given]])
        found: Mask = starts == np.arange(1, len(_STARTS) + 1)[:, None]
        return found
