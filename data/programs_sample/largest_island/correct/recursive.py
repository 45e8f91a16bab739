import sys

sys.setrecursionlimit(10_000)
grid = [list(line.strip()) for line in sys.stdin if line.strip()]


def fill(y, x):
    """Flood an island; return its size and its shoreline."""
    if not (0 <= y < len(grid) and 0 <= x < len(grid[0])) or grid[y][x] == "~":
        return 0, 1
    if grid[y][x] == "o":
        return 0, 0
    grid[y][x] = "o"
    parts = [fill(y + 1, x), fill(y - 1, x), fill(y, x + 1), fill(y, x - 1)]
    return 1 + sum(p[0] for p in parts), sum(p[1] for p in parts)


found = []
for y, row in enumerate(grid):
    for x, sign in enumerate(row):
        if sign == "#":
            found.append(fill(y, x))
found.sort()
print(len(found), *(found[-1] if found else (0, 0)))
