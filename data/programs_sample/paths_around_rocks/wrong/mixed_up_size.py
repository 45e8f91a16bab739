import sys
from functools import cache

width, height = map(int, input().split())
grid = [line.strip() for line in sys.stdin]


@cache
def count(y: int, x: int) -> int:
    """Return the number of paths from (y, x) to the last field."""
    if y >= height or x >= width or grid[y][x] == "#":
        return 0
    if y == height - 1 and x == width - 1:
        return 1
    return count(y + 1, x) + count(y, x + 1)


print(count(0, 0))
