import sys
from functools import partial


def search(a: list[int], x: int, low: int, high: int) -> int:
    if high - low == 1:
        return high if a[low] == x else 0
    mid = (low + high) // 2
    return search(a, x, low, mid) or search(a, x, mid, high)


lines = sys.stdin.read().split("\n")
numbers = [int(t) for t in lines[1].split()]
look = partial(search, numbers, low=0, high=len(numbers))
print(" ".join(str(look(int(t))) for t in lines[2].split()))
