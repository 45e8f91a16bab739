def count_paths(grid: list[str]) -> int:
    """Count the paths with a border of zeros above and to the left."""
    height, width = len(grid), len(grid[0])
    table = [[0] * (width + 1) for _ in range(height + 1)]
    table[0][1] = 1
    for y, row in enumerate(grid, start=1):
        for x, sign in enumerate(row, start=1):
            if sign != "#":
                table[y][x] = table[y - 1][x] + table[y][x - 1]
    return table[height][width]


tokens = open(0).read().split()
print(count_paths(tokens[2:]))
