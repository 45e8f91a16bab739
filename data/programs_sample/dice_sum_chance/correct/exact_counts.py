import sys
from collections import Counter
from fractions import Fraction
from math import prod


def sums(dice):
    """Count in how many ways each sum can be thrown."""
    ways = Counter({0: 1})
    for sides in dice:
        following = Counter()
        for total, count in ways.items():
            for face in range(1, sides + 1):
                following[total + face] += count
        ways = following
    return ways


target, *dice = map(int, sys.stdin.read().split())
good = sum(count for total, count in sums(dice).items() if total >= target)
print(float(Fraction(good, prod(dice))))
