from itertools import product

r, c, g = map(int, input().split())
grid = {(i, j): ch == "O" for i in range(r) for j, ch in enumerate(input())}
for _ in range(g):
    new = {}
    for (i, j), living in grid.items():
        n = sum(grid.get((i + a, j + b), False) for a, b in product((-1, 0, 1), (-1, 0, 1)))
        if living:
            new[i, j] = n in (2, 3)
        else:
            new[i, j] = n == 3
    grid = new
for i in range(r):
    print("".join("O" if grid[i, j] else "." for j in range(c)))
