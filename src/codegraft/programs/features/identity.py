"""What each unit is by itself: its kind and its name."""

import re
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from codegraft.programs.features.facts import Facts, Floats, scaled
from codegraft.programs.features.schema import PARTS, SLICES
from codegraft.programs.units import CLASS, FUNCTION, IMPORT

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
_MOST_KNOWN: Final = 1 << 16


class Names:
    """What names look like, worked out once for each. Forgets when it knows too many."""

    def __init__(self) -> None:
        self._known: dict[bytes, npt.NDArray[np.uint8]] = {}

    def looks(self, names: list[bytes]) -> npt.NDArray[np.uint8]:
        """[names, columns] flags and counts of names: the parts ``identity`` and ``name_buckets`` before scaling."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        known = self._known
        for name in names:
            if name not in known:
                known[name] = _look(name)
        return np.stack([known[name] for name in names])


def _look(name: bytes) -> npt.NDArray[np.uint8]:
    found = np.zeros(len(_NAMED) + _BUCKETS, dtype=np.uint8)
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
    spelled, own_name, sharing = facts.names
    found = names.looks(spelled)[own_name].astype(np.float32)
    is_import = kind == IMPORT
    renamed = [bound != name.rpartition(b".")[2] for name, bound in zip(units.name, units.bound, strict=True)]
    function = kind == FUNCTION
    flags = {
        "is_module": kind == 0,
        "is_class": kind == CLASS,
        "is_function": function,
        "is_variable": kind == 3,
        "is_import": is_import,
        "is_method": function & (owner_kind == CLASS),
        "is_nested": function & (owner_kind == FUNCTION),
        "is_local": owner_kind == FUNCTION,
        "is_member": owner_kind == CLASS,
        "is_renamed": is_import & np.array(renamed),
        "is_dotted": is_import & (found[:, _PLACE["name_depth"]] > 0),
        "shares_name": sharing > 1,
    }
    for name, values in flags.items():
        found[:, _PLACE[name]] = values
    counts = slice(_PLACE["name_length"], _PLACE["name_depth"] + 1)
    found[:, counts] = scaled(found[:, counts])
    width = len(_NAMED)
    x[:, SLICES["identity"]] = found[:, :width]
    x[:, SLICES["name_buckets"]] = scaled(found[:, width:])
