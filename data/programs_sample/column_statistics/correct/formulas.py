import math
import sys


def mean(values):
    return sum(values) / len(values)


def median(values):
    """Middle value, or the mean of the two middle values."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def deviation(values):
    centre = mean(values)
    return math.sqrt(mean([(v - centre) ** 2 for v in values]))


numbers = list(map(float, sys.stdin.read().split()))[1:]
print(f"{mean(numbers):.8f} {median(numbers):.8f} {deviation(numbers):.8f}")
