import math


def peaks(heights: list[int]):
    """Yield the positions of all peaks."""
    padded = [-math.inf, *heights, -math.inf]
    for i, (left, here, right) in enumerate(zip(padded, padded[1:], padded[2:]), start=1):
        if left < here > right:
            yield i


input()
print(next(peaks([int(x) for x in input().split()])))
