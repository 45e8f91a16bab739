import sys
from functools import reduce
from operator import add


class Sample:
    def __init__(self, values):
        self.values = sorted(values)
        self.n = len(self.values)

    @property
    def mean(self):
        return reduce(add, self.values) / self.n

    @property
    def median(self):
        return (self.values[(self.n - 1) // 2] + self.values[self.n // 2]) / 2

    @property
    def deviation(self):
        return (sum((v - self.mean) ** 2 for v in self.values) / self.n) ** 0.5


lines = sys.stdin.read().splitlines()
sample = Sample(map(float, lines[1].split()))
print("%.2f %.2f %.2f" % (sample.mean, sample.median, sample.deviation))
