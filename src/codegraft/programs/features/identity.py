"""What each unit is by itself: its kind and its name."""

import re
from typing import Final
from zlib import crc32

import numpy as np

from codegraft.programs.features.facts import Facts, Floats, scaled
from codegraft.programs.features.schema import PARTS
from codegraft.programs.units import CLASS, FUNCTION, IMPORT, MODULE, VARIABLE

_NAMED: Final = list(PARTS["identity"].docs)
_PLACE: Final = {name: number for number, name in enumerate(_NAMED)}
_BUCKETS: Final = len(PARTS["name_buckets"].docs)
_WORD: Final = re.compile(rb"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[\x80-\xff]+")
_STYLES: Final = (
    ("is_dunder", re.compile(rb"__.*__")),
    ("is_private", re.compile(rb"_[^_].*")),
    ("is_upper", re.compile(rb"_*[A-Z][A-Z0-9_]+")),
    ("is_snake", re.compile(rb"_*[a-z0-9]+(?:_[a-z0-9]+)+_*")),
    ("is_camel", re.compile(rb"_*[a-z]+[a-z0-9]*[A-Z].*")),
    ("is_pascal", re.compile(rb"_*[A-Z].*[a-z].*")),
    ("is_single_letter", re.compile(rb"[A-Za-z_]")),
    ("has_digit", re.compile(rb".*\d.*")),
    ("is_test", re.compile(rb"_*[tT]est.*")),
    ("is_main", re.compile(rb"main|solve|run")),
    ("is_accessor", re.compile(rb"(?:get|set|is|has)(?:_.+|[A-Z].*)")),
    ("is_star", re.compile(rb".*\*")),
    ("is_relative", re.compile(rb"\..*")),
)
_WIDTH: Final = len(_NAMED) + _BUCKETS
_COUNTS: Final = [*(_PLACE[name] for name in ("name_length", "name_words", "name_depth")), *range(len(_NAMED), _WIDTH)]
_FEW: Final = 1 << 10
_MOST_KNOWN: Final = 1 << 16


class _Numbers(dict[bytes, int]):
    """Numbers of names, given when first asked for; ``looks`` [names] are rows of ``_look``, ``[: len(self)]``."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = np.empty((_FEW, _WIDTH), dtype=np.float32)

    def __missing__(self, name: bytes) -> int:
        if len(self) == len(self.looks):
            self.looks = np.concatenate((self.looks, np.empty_like(self.looks)))
        self.looks[len(self)] = _look(name)
        return self.setdefault(name, len(self))


class Names:
    """What names look like, worked out once for each. Forgets when it knows too many."""

    def __init__(self) -> None:
        self._numbers = _Numbers()

    def looks(self, names: list[bytes]) -> Floats:
        """[names, columns] the parts ``identity`` and ``name_buckets`` as far as names alone say them."""
        if len(self._numbers) > _MOST_KNOWN:
            self._numbers = _Numbers()
        numbers = [self._numbers[name] for name in names]
        found = self._numbers.looks[numbers]
        found[:, _COUNTS] = scaled(found[:, _COUNTS])
        return found


def _look(name: bytes) -> Floats:
    found = np.zeros(_WIDTH, dtype=np.float32)
    for column, pattern in _STYLES:
        found[_PLACE[column]] = pattern.fullmatch(name) is not None
    words = _WORD.findall(name)
    found[_PLACE["name_length"]] = min(len(name), 255)
    found[_PLACE["name_words"]] = min(len(words), 255)
    found[_PLACE["name_depth"]] = min(name.count(b"."), 255)
    for word in words[:255]:
        found[len(_NAMED) + crc32(word.lower()) % _BUCKETS] += 1
    return found


def fill_identity(x: Floats, facts: Facts, names: Names) -> None:
    """Fill the section ``identity`` of all units."""
    units, kind = facts.units, facts.units.kind
    owner_kind = np.append(kind, 255)[units.owner]
    found = names.looks(units.name)
    is_import, function = kind == IMPORT, kind == FUNCTION
    renamed = np.zeros(len(kind), dtype=np.bool_)
    for row in is_import.nonzero()[0].tolist():
        renamed[row] = units.bound[row] != units.name[row].rpartition(b".")[2]
    flags = {
        "is_module": kind == MODULE,
        "is_class": kind == CLASS,
        "is_function": function,
        "is_variable": kind == VARIABLE,
        "is_import": is_import,
        "is_method": function & (owner_kind == CLASS),
        "is_nested": function & (owner_kind == FUNCTION),
        "is_local": owner_kind == FUNCTION,
        "is_member": owner_kind == CLASS,
        "is_renamed": renamed,
        "is_dotted": is_import & (found[:, _PLACE["name_depth"]] > 0),
        "shares_name": facts.sharing > 1,
    }
    for name, values in flags.items():
        found[:, _PLACE[name]] = values
    x[:, :_WIDTH] = found
