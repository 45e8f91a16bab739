"""When to stop: after so many epochs without progress."""

from dataclasses import dataclass
from math import inf


@dataclass
class Patience:
    """The least loss so far, and how long ago it was.

    Attributes:
        epochs: without progress, after which it is at its end.
        min_delta: by how much a loss must fall below the least one to be progress.
        best: the least loss so far.
        waited: epochs since then.
    """

    epochs: int
    min_delta: float
    best: float = inf
    waited: int = 0

    def progressed(self, loss: float) -> bool:
        """Take note of the loss of an epoch; whether it is progress. NaN never is."""
        if loss < self.best - self.min_delta:
            self.best, self.waited = loss, 0
            return True
        self.waited += 1
        return False

    @property
    def at_its_end(self) -> bool:
        """Whether it is time to stop."""
        return self.waited >= self.epochs
