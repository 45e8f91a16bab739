"""Names that are bound again and again: which of the bindings a use sees.

A use sees one binding alone if that is the last before it and stands in a block around it, so that it has run whenever
the use does, and if no loop comes back to the use from a later one. Other uses, and those in functions that run later,
may see any.
"""

from typing import NamedTuple

import numpy as np

from codegraft.symbols.python.kinds import Mask, among
from codegraft.symbols.python.scopes import Scopes
from codegraft.symbols.python.tree import NONE, Forest, Longs


class Versions(NamedTuple):
    """Versions of variables, numbered from 0 in the order of (variable, place).

    Attributes:
        variable: [m] the variable of each version.
        lasting: [m] whether the variable itself may hold what the version does.
        nodes: name nodes that bind or see one version alone, and ``version``: which.
    """

    variable: Longs
    lasting: Mask
    nodes: Longs
    version: Longs


class _Binders(NamedTuple):
    """Bindings of names that are bound more than once, sorted by (variable, since).

    ``since`` is the byte from which each holds, ``block`` the node in which it has run for all that follows; ``ends``
    says whether it ends the one before.
    """

    node: Longs
    variable: Longs
    since: Longs
    block: Longs
    ends: Mask


def versions_of(forest: Forest, scopes: Scopes) -> Versions:
    """Versions of all variables with several bindings."""
    binders = _binders(forest, scopes)
    number = np.where(binders.ends, np.cumsum(binders.ends) - 1, NONE)
    reads, seen = _seen(forest, scopes, binders)
    is_name = binders.ends & among(forest.kind[binders.node], "name")
    return Versions(
        variable=binders.variable[binders.ends],
        lasting=_lasting(forest, scopes, binders)[binders.ends],
        nodes=np.concatenate([binders.node[is_name], reads]),
        version=np.concatenate([number[is_name], number[seen]]),
    )


def _binders(forest: Forest, scopes: Scopes) -> _Binders:
    times = np.bincount(scopes.variable_of, minlength=len(scopes.home))
    home = scopes.home[scopes.variable_of]
    chosen = (times[scopes.variable_of] > 1) & ~among(forest.kind[home], "comprehension")
    block = _blocks(forest, scopes, scopes.binders)
    within = scopes.scope[np.minimum(block + 1, len(forest) - 1)] == home
    astray = np.zeros(len(scopes.home) + 1, dtype=np.bool_)  # bound from another scope, too
    astray[scopes.variable_of[~(within | (block == home))]] = True
    rows = np.flatnonzero(chosen & ~astray[scopes.variable_of])
    node, variable = scopes.binders[rows], scopes.variable_of[rows]
    since = scopes.holds_from(node)
    order = np.lexsort((since, variable))
    node = node[order]
    ends = ~among(forest.parent_kind[node], "augmented", "case", "walrus", "pattern")
    return _Binders(node, variable[order], since[order], block[rows][order], ends)


def _blocks(forest: Forest, scopes: Scopes, binders: Longs) -> Longs:
    """Where each binding has run for all that follows: its block; of parameters, loops and handlers their body."""
    whole = scopes.whole_target(binders)
    block = forest.parent[whole].astype(np.int64)
    bodies = among(forest.kind[block], "for")
    handled = among(forest.kind[block], "as") & among(forest.parent_kind[block], "except")
    block[handled] = forest.parent[block[handled]]
    bodies |= handled
    while len(inner := np.flatnonzero(~bodies & ~among(forest.kind[block], "block", "module", "parameters"))):
        block[inner] = forest.parent[block[inner]]
    given = among(forest.kind[block], "parameters")
    block[given] = forest.last[forest.parent[block[given]]]
    return block


def _seen(forest: Forest, scopes: Scopes, binders: _Binders) -> tuple[Longs, Longs]:
    """Reads that see one binding alone, and the row of that."""
    chosen = np.zeros(len(scopes.home) + 1, dtype=np.bool_)
    chosen[binders.variable] = True
    reads = np.flatnonzero(chosen[scopes.variable] & among(forest.kind, "name") & ~scopes.binds)
    reads = reads[scopes.runs_in(reads) == scopes.home[scopes.variable[reads]]]
    if not len(reads):
        return reads, reads
    width = int(forest.end.max(initial=0)) + 2
    variable, start = scopes.variable[reads], forest.start[reads]
    found = np.searchsorted(binders.variable * width + binders.since, variable * width + start, "right") - 1
    good = (found >= 0) & (binders.variable[found] == variable) & binders.ends[found]
    good &= forest.end[binders.block[found]] > start
    reads, found = reads[good], found[good]
    good = ~_comes_back(forest, binders, reads, found)
    return reads[good], found[good]


def _comes_back(forest: Forest, binders: _Binders, reads: Longs, found: Longs) -> Mask:
    """Whether a loop around a read, but not around what it sees, has a later binding in it."""
    reach = np.full(len(reads), NONE, dtype=np.int64)
    at, rows = forest.parent[reads].astype(np.int64), np.arange(len(reads))
    while len(rows):
        loops = among(forest.kind[at], "for", "while") & (forest.start[at] > forest.start[binders.node[found[rows]]])
        loops &= binders.block[found[rows]] != at
        reach[rows[loops]] = forest.end[at[loops]]
        at = forest.parent[at].astype(np.int64)
        rows, at = rows[at >= 0], at[at >= 0]
    later = np.minimum(found + 1, len(binders.node) - 1)
    same = (later > found) & (binders.variable[later] == binders.variable[found])
    comes_back: Mask = same & (forest.start[binders.node[later]] < reach)
    return comes_back


def _lasting(forest: Forest, scopes: Scopes, binders: _Binders) -> Mask:
    """Bindings that other scopes may see: of functions and classes defined again in one block the last alone."""
    variable = binders.variable
    last = np.append(variable[1:] != variable[:-1], True)[: len(variable)]
    heads = among(forest.parent_kind[binders.node], "function", "class") & ~scopes.target[binders.node]
    again = np.ones(len(scopes.home) + 1, dtype=np.bool_)
    again[variable[~heads]] = False
    follows = ~last
    elsewhere = np.flatnonzero(follows)[binders.block[:-1][follows[:-1]] != binders.block[1:][follows[:-1]]]
    again[variable[elsewhere]] = False
    found: Mask = last | ~again[variable]
    return found
