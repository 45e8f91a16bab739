"""Batches of each step, made ahead by other processes where the profile has some."""

from collections.abc import Iterator
from itertools import islice

import joblib
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.batches.feed import Feed, Position
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.fits import check_batch
from codegraft.graphmer.training.runtime import Runtime

Planned = tuple[list[Batch], Position]


class Steps(IterableDataset[Planned]):
    """The steps of a feed from a position on, without end; of several workers each makes every so many-th."""

    def __init__(self, feed: Feed, start: Position, config: GraphMERConfig) -> None:
        super().__init__()
        self._feed, self._start, self._config = feed, start, config

    def __iter__(self) -> Iterator[Planned]:
        """The steps, in order.

        Raises:
            ModelError: a batch does not fit the encoder.
        """
        info = get_worker_info()
        first, stride = (0, 1) if info is None else (info.id, info.num_workers)
        for epoch, mine, after in islice(self._feed.plan(self._start), first, None, stride):
            batches = [epoch[number] for number in mine]
            for batch in batches:
                check_batch(batch, self._config)
            yield batches, after


def load_steps(steps: Steps, runtime: Runtime) -> Iterator[Planned]:
    """The steps, their batches on a device; no more workers than processors."""
    workers, pinned = min(runtime.profile.workers, joblib.cpu_count()), runtime.device.type == "cuda"
    loader = DataLoader(steps, batch_size=None, num_workers=workers, pin_memory=pinned)
    return (([runtime.placed(batch) for batch in batches], after) for batches, after in loader)
