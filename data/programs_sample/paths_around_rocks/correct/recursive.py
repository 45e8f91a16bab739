import sys
from functools import lru_cache

_, *grid = sys.stdin.read().split("\n")
R, C = map(int, _.split())


@lru_cache(maxsize=None)
def paths(y, x):
    if y == R or x == C or grid[y][x] == "#":
        return 0
    if (y, x) == (R - 1, C - 1):
        return 1
    return paths(y + 1, x) + paths(y, x + 1)


print(paths(0, 0))
