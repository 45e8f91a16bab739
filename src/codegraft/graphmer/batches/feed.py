"""Which batches a process trains on, step by step of the optimizer, from any step on.

Which process takes which batch is decided after an epoch is packed: any number of processes, and of batches to a step,
see the same rows in the same steps.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from codegraft.errors import ParamsError
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.draws import Draws
from codegraft.graphmer.batches.masking import Masker
from codegraft.graphmer.chains.chains import Chains


class Position(NamedTuple):
    """How far training is; what a checkpoint keeps to go on with the very next batch.

    Attributes:
        step: steps of the optimizer that are done.
        epoch: number of the epoch, from 1.
        taken: steps of it that are done.
    """

    step: int = 0
    epoch: int = 1
    taken: int = 0


class Step(NamedTuple):
    """A step of the optimizer, before its batches are made.

    Attributes:
        epoch: that it is of.
        mine: numbers of the batches of it that this process takes.
        after: where training is when it is done.
    """

    epoch: Epoch
    mine: range
    after: Position


class Stage(NamedTuple):
    """Of a curriculum: from a step on, windows have this many roots at most."""

    step: int
    roots: int


@dataclass(frozen=True)
class Feed:
    """What one of several processes trains on.

    Attributes:
        chains: windows of training.
        masker: what is masked, and the shape of the batches.
        seed: of the order and the masks.
        processes: how many there are.
        rank: number of this one, from 0.
        batches: that a process takes in a step of the optimizer.
        curriculum: stages by ascending step, the first at 0.
    """

    chains: Chains
    masker: Masker
    seed: int
    processes: int
    rank: int
    batches: int
    curriculum: tuple[Stage, ...]

    def plan(self, start: Position) -> Iterator[Step]:
        """The steps from ``start`` on, without end; an epoch ends early where a stage of the curriculum does.

        Raises:
            ParamsError: no window is as short as a stage asks.
        """
        step, number, taken = start
        while True:
            epoch = self._epoch(number, step)
            last = min(len(epoch) // self._together, taken + self._end_of_stage(step) - step)
            for done in range(taken, last):
                first, step = done * self._together, step + 1
                mine = range(first + self.rank, first + self._together, self.processes)
                after = Position(step, number, done + 1) if done + 1 < last else Position(step, number + 1, 0)
                yield Step(epoch, mine, after)
            number, taken = number + 1, 0

    @property
    def _together(self) -> int:
        return self.processes * self.batches

    def _epoch(self, number: int, step: int) -> Epoch:
        roots = max(stage for stage in self.curriculum if stage.step <= step).roots
        windows = np.flatnonzero(np.diff(self.chains.root_offsets) <= roots)
        if not len(windows):
            raise ParamsError(f"the curriculum asks for windows of {roots} roots at most, and there are none")
        return Epoch(self.chains.select(windows), self.masker, Draws(self.seed, number), self._together)

    def _end_of_stage(self, step: int) -> int:
        return min((stage.step for stage in self.curriculum if stage.step > step), default=sys.maxsize)
