"""Which whole files or repositories to hold out, so that every language has its share."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Longs = npt.NDArray[np.int64]


def hold_out(weight: Longs, stratum: Longs, order: Longs, shares: Sequence[float]) -> Longs:
    """For each unit the place in ``shares`` that it is held out for, -1 if it stays for training.

    In each stratum units are taken in the given order as long as they fit into what is left of a share, so that a
    share falls short by less than the lightest unit that stays, unless a single one does. Where none fits the
    lightest is taken: a stratum of two units gives one to the first share, one of three gives to each of two shares.
    At least one unit of each stratum stays, and all that weigh nothing.

    Args:
        weight: [u] triples of each unit.
        stratum: [u] language of each unit.
        order: [u] the units, shuffled.
        shares: of a stratum's weight, to be held out; the first is served first.
    """
    held = np.full(len(weight), -1, np.int64)
    order = order[weight[order] > 0]
    for code in np.unique(stratum[order]):
        free = order[stratum[order] == code]
        total = int(weight[free].sum())
        for place, share in enumerate(shares):
            # One unit is left for each later share and one for training, as far as there are so many.
            most = max(len(free) - (len(shares) - place), min(len(free) - 1, 1))
            taken = _first_fit(weight[free], share * total, most)
            held[free[taken]] = place
            free = free[~taken]
    return held


def _first_fit(weight: Longs, capacity: float, most: int) -> npt.NDArray[np.bool_]:
    """At most so many units that fit one after the other; if none does, the lightest."""
    taken = np.zeros(len(weight), bool)
    for unit, size in enumerate(weight.tolist()):
        if size <= capacity and most:
            taken[unit] = True
            capacity -= size
            most -= 1
    if most and not taken.any():
        taken[weight.argmin()] = True
    return taken
