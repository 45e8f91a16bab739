"""Sums of encoders that were never trained, with what they are right about planted."""

import numpy as np

from codegraft.graphmer.ablation.sums import Sums
from codegraft.graphmer.ablation.variants import VARIANTS
from codegraft.graphmer.batches.scores import Scores

SEEDS = (0, 1, 2)
FILES = tuple(f"repository/file_{number:02}.py" for number in range(12))
ITEMS = 40
"""Roots, and tails, of each file."""


def sums(seeds=SEEDS, files=FILES, **shift):
    """Losses about 5 and 4 nats, accuracies about .2 and .4: a file is what it is, a seed a little more or less.

    Args:
        shift: by measure, what is added to each file's mean.
    """
    of_file = np.random.default_rng(0).normal(0.0, 0.1, (1, len(files), 1))
    of_seed = np.random.default_rng(1).normal(0.0, 0.002, (len(seeds), 1, 1))
    means = np.array([5.0, 0.2, 4.0, 0.4, 0.1]) * (1 + of_file + of_seed)
    means = means + [shift.get(name, 0.0) for name in Scores._fields[:-2]]
    items = np.full((len(seeds), len(files), 2), float(ITEMS))
    return Sums(seeds, files, np.concatenate([means * ITEMS, items], axis=-1))


def all_sums(**by_variant):
    """Of every variant; of those that are not named, what the whole has."""
    return {variant: by_variant.get(variant, sums()) for variant in VARIANTS}
