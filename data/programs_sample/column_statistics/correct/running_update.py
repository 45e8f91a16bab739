import sys
from bisect import insort


class Summary:
    """Keeps mean and squared distances up to date with every value."""

    def __init__(self) -> None:
        self.ordered: list[float] = []
        self.mean = 0.0
        self.squares = 0.0

    def add(self, value: float) -> None:
        insort(self.ordered, value)
        step = value - self.mean
        self.mean += step / len(self.ordered)
        self.squares += step * (value - self.mean)

    def report(self) -> tuple[float, float, float]:
        n = len(self.ordered)
        middle = (self.ordered[(n - 1) // 2] + self.ordered[n // 2]) / 2
        return self.mean, middle, (self.squares / n) ** 0.5


summary = Summary()
for token in sys.stdin.read().split()[1:]:
    summary.add(float(token))
print(*summary.report())
