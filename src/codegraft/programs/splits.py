"""Problems divided for training, validation and testing, so that nothing that is judged on was seen before.

A split that the source has is kept. One that it has not is made of its training problems, by whole clusters of problems
with nearly the same statement. Where such problems stand in different splits of the source, the most held-out ones stay
and the others are left out.

Programs are alike for more reasons than problems are: they begin with the same template, or are short. They are
therefore not clustered, since chains through a template would join thousands of unrelated problems; the training copy
of a program is left out instead, alone (:func:`codegraft.programs.download.download`).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from codegraft.near_duplicates import near_duplicates
from codegraft.programs.problems import SPLITS
from codegraft.programs.rows import Dropped, Reason

TRAIN, VALIDATION, TEST = SPLITS

_HELD_OUT: Final = {split: place for place, split in enumerate(SPLITS)}


class Statement(NamedTuple):
    """What decides where a problem goes; ``split`` is that of the source."""

    name: str
    split: str
    text: str


class Shares(NamedTuple):
    """Shares of the problems to hold out, where the source has no such split, and the seed of the choice."""

    validation: float
    test: float
    seed: int


@dataclass(frozen=True)
class Division:
    """Where each problem goes.

    Attributes:
        splits: [problems] name of a split, "" for a problem that is left out.
        dropped: what is left out, and why.
        clusters: number of groups of problems with nearly the same statement.
    """

    splits: list[str]
    dropped: list[Dropped]
    clusters: int


def divide(statements: Sequence[Statement], shares: Shares, *, threshold: float) -> Division:
    """Divide problems.

    A name that comes again is left out, but for the most held-out one. Each split that has to be made takes clusters in
    the order of a hash, those that still fit into its share (of one problem at least); one cluster is always left to
    train on.

    Raises:
        ParamsError: the threshold is outside 0.75 to 1.
    """
    splits = [statement.split for statement in statements]
    dropped = {row: (Reason.REPEATED_NAME, f"in {splits[first]}") for row, first in _repeated(statements).items()}
    rows = [row for row in range(len(statements)) if row not in dropped]
    clusters = near_duplicates(((row, statements[row].text) for row in rows), threshold=threshold)
    for cluster in clusters:
        last = max(cluster, key=lambda row: _HELD_OUT[splits[row]])
        straddling = [row for row in cluster if splits[row] != splits[last]]
        dropped |= dict.fromkeys(straddling, (Reason.NEAR_DUPLICATE, f"of {statements[last].name} in {splits[last]}"))
    left = [row for row in rows if row not in dropped]
    for row, split in _carved(left, statements, clusters, shares).items():
        splits[row] = split
    return Division(
        ["" if row in dropped else split for row, split in enumerate(splits)],
        [Dropped(statements[row].name, splits[row], *dropped[row]) for row in sorted(dropped)],
        len(clusters),
    )


def _repeated(statements: Sequence[Statement]) -> dict[int, int]:
    """Row of a problem whose name was there before -> row of the one that stays."""
    rows = sorted(range(len(statements)), key=lambda row: -_HELD_OUT[statements[row].split])
    first: dict[str, int] = {}
    return {row: kept for row in rows if (kept := first.setdefault(statements[row].name, row)) != row}


def _carved(
    rows: Sequence[int], statements: Sequence[Statement], clusters: Sequence[Sequence[int]], shares: Shares
) -> dict[int, str]:
    """Training problems that become a split which the source has not."""
    missing = {VALIDATION, TEST} - {statements[row].split for row in rows}
    groups = _shuffled([row for row in rows if statements[row].split == TRAIN], statements, clusters, shares.seed)
    carved: dict[int, str] = {}
    for split, share in ((TEST, shares.test), (VALIDATION, shares.validation)):
        if split not in missing:
            continue
        most = max(share * len(rows), 1)
        for group in list(groups):
            if len(group) <= most and len(groups) > 1:
                most -= len(group)
                carved |= dict.fromkeys(group, split)
                groups.remove(group)
    return carved


def _shuffled(
    rows: Sequence[int], statements: Sequence[Statement], clusters: Sequence[Sequence[int]], seed: int
) -> list[tuple[int, ...]]:
    """Groups of problems that belong together, in an order that does not depend on that of the rows."""
    own = {row: cluster for cluster in clusters for row in cluster}
    known = set(rows)
    groups = {tuple(member for member in own.get(row, (row,)) if member in known) for row in rows}

    def rank(group: tuple[int, ...]) -> bytes:
        name = min(statements[row].name for row in group)
        return hashlib.sha256(f"{seed}\0{name}".encode()).digest()

    return sorted(groups, key=rank)
