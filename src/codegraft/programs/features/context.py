"""Where a unit stands: among its siblings, in its owner, in its text, and in what refers to what."""

from typing import Final

import numpy as np

from codegraft.programs.features.facts import Columns, Facts, share, shares
from codegraft.programs.features.tally import Tally, Totals
from codegraft.programs.graph import EDGE_TYPES, UNIT_KINDS
from codegraft.programs.units import CALLS, CLASS, FUNCTION, IMPORT, INHERITS, MODULE, NONE, USES, VARIABLE, Ints

_KINDS: Final = np.array([[CLASS], [FUNCTION], [VARIABLE], [IMPORT]])
_BEFORE, _AFTER = ([f"{side}_is_{kind}" for kind in UNIT_KINDS[CLASS:]] for side in ("before", "after"))
_HELD: Final = ("units", "classes", "functions", "variables", "imports")
_INSIDE: Final = (*(f"{name}_inside" for name in _HELD), "owned_directly")
_OF_OWNER: Final = ("owner_units", "owner_lines", "owner_tokens", "owner_decisions")
_OF_TEXT: Final = (*(f"text_{name}" for name in _HELD), "text_lines", "text_tokens", "text_decisions")
_REFERS: Final = np.isin(np.arange(len(EDGE_TYPES)), (CALLS, USES, INHERITS))


def count_context(facts: Facts, tally: Tally) -> None:
    """Count what the part ``context`` needs."""
    units = facts.units
    inner = (units.owner >= 0).nonzero()[0]
    tally.count("units", facts.blocks.of_unit[units.owner[inner]], units.kind[inner].astype(np.int64))


def context(facts: Facts, totals: Totals) -> Columns:
    """The part ``context``, by column, [n] each."""
    return {
        **_position(facts),
        **_around(facts, totals),
        **_siblings(facts),
        **_edges(facts),
    }


def degrees(facts: Facts) -> Ints:
    """The part ``degrees``, [n, 12]."""
    source, target, kind = facts.units.edges
    number = len(facts.units.kind)
    place = np.concatenate((source * 12 + kind, target * 12 + kind + 6))
    return np.bincount(place, minlength=number * 12).reshape(number, 12)


def _spans(facts: Facts) -> tuple[Ints, Ints, Ints, Ints]:
    """Bytes of each unit, of its owner and of its text; and the owner, of modules themselves."""
    units = facts.units
    owner = np.where(units.owner >= 0, units.owner, np.arange(len(units.kind)))
    size = units.end - units.start
    root = units.first[facts.text_of]
    return size, size[owner], np.maximum(size[root], 1), owner


def _position(facts: Facts) -> Columns:
    units = facts.units
    size, owner_size, text_size, owner = _spans(facts)
    begin = units.start[units.first[facts.text_of]]
    found = shares(
        {
            "position": (units.start - begin, text_size, 1),
            "position_end": (units.end - begin, text_size, 1),
            "share_of_text": (size, text_size, 1),
            "share_of_owner": (size, owner_size, 1),
            "position_in_owner": (units.start - units.start[owner], owner_size, 1),
            "owner_share_of_text": (owner_size, text_size, 1),
        }
    )
    found["share_of_owner"] = np.minimum(found["share_of_owner"], 1)
    found["position_in_owner"] = np.minimum(np.maximum(found["position_in_owner"], 0), 1)
    return {**found, "owner_bytes": owner_size, "text_bytes": text_size}


def _around(facts: Facts, totals: Totals) -> Columns:
    """What each unit holds, and what its owner and its text do."""
    units, blocks = facts.units, facts.blocks
    owned = units.owner >= 0
    owner = blocks.of_unit[np.maximum(units.owner, 0)]
    root = blocks.of_unit[units.first[facts.text_of]]
    kinds, lines, tokens = totals.group("units"), totals["lines"], totals["tokens"]
    directly = np.bincount(owner[owned], minlength=len(blocks))
    inside = np.array((kinds.sum(axis=0), *kinds[CLASS:], directly))
    held = np.zeros((len(inside), len(units.kind)), dtype=np.int64)
    held[:, blocks.row] = inside
    of_owner = np.array((directly, lines, tokens, totals.decisions))[:, owner] * owned
    of_text = np.array((*inside[:-1], lines, tokens, totals.decisions))[:, root]
    kind = np.where(owned, units.kind[units.owner], IMPORT)
    return {
        **dict(zip(_INSIDE, held, strict=True)),
        **dict(zip(_OF_OWNER, of_owner, strict=True)),
        **dict(zip(_OF_TEXT, of_text, strict=True)),
        "text_edges": facts.edges_of_text[facts.text_of],
        "depth": (blocks.depth[blocks.of_unit] + (units.kind > FUNCTION)) / 4,
        "owner_is_module": kind == MODULE,
        "owner_is_class": kind == CLASS,
        "owner_is_function": kind == FUNCTION,
    }


def _siblings(facts: Facts) -> Columns:
    """Units of one owner stand side by side, in document order; modules have no siblings."""
    units = facts.units
    number = len(units.kind)
    numbers = np.arange(number)
    owner = np.where(units.owner >= 0, units.owner, number + numbers)
    order = owner.argsort(kind="stable")
    group, kinds, start = owner[order], units.kind[order].astype(np.int64), units.start[order]
    rank, size = _ranks(group)
    same_kind = group * 5 + kinds
    by_kind = same_kind.argsort(kind="stable")
    of_kind = np.empty((2, number), dtype=np.int64)
    of_kind[:, by_kind] = _ranks(same_kind[by_kind])
    first, last = rank == 0, rank == size - 1
    gap, beside = np.zeros((2, number), dtype=np.int64), np.full((2, number), NONE, dtype=np.int64)
    gap[0, 1:] = gap[1, :-1] = np.abs(start[1:] - start[:-1])
    beside[0, 1:], beside[1, :-1] = kinds[:-1], kinds[1:]
    gap[0, first], gap[1, last], beside[0, first], beside[1, last] = 0, 0, NONE, NONE
    found = np.empty((9, number), dtype=np.int64)
    found[:, order] = (rank, size - 1, *of_kind, *gap, *beside, first)
    rank, others, rank_of_kind, number_of_kind, gap_before, gap_after, before, after, first = found
    return {
        **shares({"rank_in_owner": (rank, others, 1), "rank_of_kind": (rank_of_kind, number_of_kind - 1, 1)}),
        "siblings": others,
        "siblings_of_kind": number_of_kind - 1,
        "only_of_kind": number_of_kind == 1,
        "gap_before": gap_before,
        "gap_after": gap_after,
        "is_first": first,
        "is_last": rank == others,
        **dict(zip(_BEFORE, before == _KINDS, strict=True)),
        **dict(zip(_AFTER, after == _KINDS, strict=True)),
    }


def _ranks(group: Ints) -> tuple[Ints, Ints]:
    """Number of each entry among those of its group, which stand side by side, and how many these are."""
    opens = (group[1:] != group[:-1]).nonzero()[0] + 1
    bounds = np.concatenate(([0], opens, [len(group)]))
    times = bounds[1:] - bounds[:-1]
    begin, size = np.array((bounds[:-1], times)).repeat(times, axis=1)
    return np.arange(len(group)) - begin, size


def _edges(facts: Facts) -> Columns:
    units, number = facts.units, len(facts.units.kind)
    source, target, kind = units.edges
    refers = _REFERS[kind]
    leaving = np.bincount(source[refers], minlength=number)
    entering = np.bincount(target[refers], minlength=number)
    referring, referred = source[refers], target[refers]
    pairs = np.sort(referred * number + referring)
    distinct = np.append(pairs[1:] != pairs[:-1], True)[: len(pairs)]
    from_units = np.bincount(pairs[distinct] // number, minlength=number)
    calls = kind == CALLS
    caller, called = source[calls], target[calls]
    by_module = np.zeros(number, dtype=np.bool_)
    by_module[called[units.kind[caller] == MODULE]] = True
    to_import = np.bincount(caller[units.kind[called] == IMPORT], minlength=number)
    shared = (kind == USES) & (units.kind[target] == VARIABLE) & (np.append(units.kind, 255)[units.owner[target]] == 0)
    calling = np.bincount(caller, minlength=number)
    reach = calling + np.bincount(caller, weights=calling[called], minlength=number)
    touched = np.bincount(np.concatenate((source, target)), minlength=number)
    return {
        "referred": entering,
        "referred_from": from_units,
        "refers": leaving,
        "never_referred": entering == 0,
        "called_by_module": by_module,
        "calls_import": to_import,
        "uses_module_variable": np.bincount(source[shared], minlength=number),
        "call_reach": reach,
        "share_of_edges": share(touched, facts.edges_of_text[facts.text_of]),
        "rarity_of_name": 1 - share(facts.sharing, (units.first[1:] - units.first[:-1])[facts.text_of]),
    }
