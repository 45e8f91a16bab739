"""Where a unit stands: among its siblings, in its owner, in its text, and in what refers to what."""

import numpy as np

from codegraft.programs.features.facts import Columns, Facts, share, shares
from codegraft.programs.units import CALLS, CLASS, FUNCTION, IMPORT, INHERITS, MODULE, NONE, USES, VARIABLE, Ints

_KINDS = {"class": CLASS, "function": FUNCTION, "variable": VARIABLE, "import": IMPORT}


def context(facts: Facts) -> Columns:
    """The part ``context``, by column, [n] each."""
    return {**_position(facts), **_inside(facts), **_owner(facts), **_text(facts), **_siblings(facts), **_edges(facts)}


def degrees(facts: Facts) -> Ints:
    """The part ``degrees``, [n, 12]."""
    source, target, kind = facts.units.edges
    number = len(facts.units.kind)
    leaving = np.bincount(source * 6 + kind, minlength=number * 6).reshape(number, 6)
    entering = np.bincount(target * 6 + kind, minlength=number * 6).reshape(number, 6)
    return np.concatenate([leaving, entering], axis=1)


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


def _inside(facts: Facts) -> Columns:
    units, blocks = facts.units, facts.blocks
    inner = np.flatnonzero(units.owner >= 0)
    own = blocks.of_unit[units.owner[inner]]
    by_kind = facts.counted(own, units.kind[inner].astype(np.int64), 5)
    directly = np.bincount(own, minlength=len(blocks))
    depth = blocks.depth[blocks.of_unit] + (units.kind > FUNCTION)
    root = units.first[facts.text_of]
    found = {
        "units_inside": by_kind.sum(axis=1),
        "classes_inside": by_kind[:, CLASS],
        "functions_inside": by_kind[:, FUNCTION],
        "variables_inside": by_kind[:, VARIABLE],
        "imports_inside": by_kind[:, IMPORT],
        "owned_directly": directly,
    }
    spread = {name: _of_blocks(facts, values) for name, values in found.items()}
    texts = ("units", "classes", "functions", "variables", "imports")
    return {
        **spread,
        **{f"text_{name}": spread[f"{name}_inside"][root] for name in texts},
        "depth": depth / 4,
    }


def _of_blocks(facts: Facts, values: Ints) -> Ints:
    """[n] numbers of blocks, 0 for other units."""
    found = np.zeros(len(facts.units.kind), dtype=np.int64)
    found[facts.blocks.row] = values
    return found


def _owner(facts: Facts) -> Columns:
    units = facts.units
    kind = np.append(units.kind, 255)[units.owner]
    block = facts.blocks.of_unit[np.maximum(units.owner, 0)]
    owned = units.owner >= 0
    directly = np.bincount(block[owned], minlength=len(facts.blocks))
    numbers = {
        "owner_units": directly,
        "owner_lines": facts.line_count,
        "owner_tokens": facts.token_count,
        "owner_decisions": facts.decisions,
    }
    return {
        "owner_is_module": kind == MODULE,
        "owner_is_class": kind == CLASS,
        "owner_is_function": kind == FUNCTION,
        **{name: values[block] * owned for name, values in numbers.items()},
    }


def _text(facts: Facts) -> Columns:
    root = facts.blocks.of_unit[facts.units.first[facts.text_of]]
    texts = len(facts.texts)
    edges = np.bincount(facts.text_of[facts.units.edges[0]], minlength=texts)[facts.text_of]
    return {
        "text_edges": edges,
        "text_lines": facts.line_count[root],
        "text_tokens": facts.token_count[root],
        "text_decisions": facts.decisions[root],
    }


def _siblings(facts: Facts) -> Columns:
    """Units of one owner stand side by side, in document order; modules have no siblings."""
    units = facts.units
    number = len(units.kind)
    numbers = np.arange(number)
    owner = np.where(units.owner >= 0, units.owner, number + numbers)
    order = np.argsort(owner, kind="stable")
    group, kinds, start = owner[order], units.kind[order].astype(np.int64), units.start[order]
    rank, size = _ranks(group)
    same_kind = group * 5 + kinds
    by_kind = np.argsort(same_kind, kind="stable")
    kind_rank, kind_size = np.empty((2, number), dtype=np.int64)
    kind_rank[by_kind], kind_size[by_kind] = _ranks(same_kind[by_kind])
    first, last = rank == 0, rank == size - 1
    gap = np.abs(start[1:] - start[:-1])
    before, after = np.full((2, number), NONE, dtype=np.int64)
    gap_before, gap_after = np.zeros((2, number), dtype=np.int64)
    before[1:], after[:-1], gap_before[1:], gap_after[:-1] = kinds[:-1], kinds[1:], gap, gap
    before[first], after[last], gap_before[first], gap_after[last] = NONE, NONE, 0, 0
    ranks = {"rank_in_owner": (rank, size - 1, 1), "rank_of_kind": (kind_rank, kind_size - 1, 1)}
    found = {
        **shares(ranks),
        "siblings": size - 1,
        "siblings_of_kind": kind_size - 1,
        "only_of_kind": kind_size == 1,
        "gap_before": gap_before,
        "gap_after": gap_after,
        "is_first": first,
        "is_last": last,
        **{f"before_is_{name}": before == code for name, code in _KINDS.items()},
        **{f"after_is_{name}": after == code for name, code in _KINDS.items()},
    }
    back = np.empty(number, dtype=np.int64)
    back[order] = numbers
    return {name: values[back] for name, values in found.items()}


def _ranks(group: Ints) -> tuple[Ints, Ints]:
    """Number of each entry among those of its group, which stand side by side, and how many these are."""
    opens = np.flatnonzero(group[1:] != group[:-1]) + 1
    bounds = np.concatenate([[0], opens, [len(group)]])
    times = bounds[1:] - bounds[:-1]
    return np.arange(len(group)) - np.repeat(bounds[:-1], times), np.repeat(times, times)


def _edges(facts: Facts) -> Columns:
    units, number = facts.units, len(facts.units.kind)
    source, target, kind = units.edges
    refers = (kind == CALLS) | (kind == USES) | (kind == INHERITS)
    leaving = np.bincount(source[refers], minlength=number)
    entering = np.bincount(target[refers], minlength=number)
    pairs = np.unique(target[refers] * number + source[refers])
    from_units = np.bincount(pairs // max(number, 1), minlength=number)
    calls = kind == CALLS
    by_module = np.zeros(number, dtype=np.bool_)
    by_module[target[calls & (units.kind[source] == MODULE)]] = True
    to_import = np.bincount(source[calls & (units.kind[target] == IMPORT)], minlength=number)
    shared = (kind == USES) & (units.kind[target] == VARIABLE) & (np.append(units.kind, 255)[units.owner[target]] == 0)
    called = np.bincount(source[calls], minlength=number)
    reach = called + np.bincount(source[calls], weights=called[target[calls]], minlength=number)
    touched = np.bincount(source, minlength=number) + np.bincount(target, minlength=number)
    edges = np.bincount(facts.text_of[source], minlength=len(facts.texts))[facts.text_of]
    return {
        "referred": entering,
        "referred_from": from_units,
        "refers": leaving,
        "never_referred": entering == 0,
        "called_by_module": by_module,
        "calls_import": to_import,
        "uses_module_variable": np.bincount(source[shared], minlength=number),
        "call_reach": reach,
        "share_of_edges": share(touched, edges),
        "rarity_of_name": 1 - share(facts.names[2], (units.first[1:] - units.first[:-1])[facts.text_of]),
    }
