import math
from itertools import product

_, *maze = open(0).read().split("\n")
rows, cols = map(int, _.split())
cost = {}
for y, x in product(range(rows), range(cols)):
    if maze[y][x] != "#":
        cost[y, x] = 0 if maze[y][x] == "S" else math.inf
    if maze[y][x] == "E":
        exit_field = (y, x)

changed = True
while changed:
    changed = False
    for order in (list(cost), list(reversed(cost))):
        for y, x in order:
            near = min(cost.get(p, math.inf) for p in [(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)])
            if near + 1 < cost[y, x]:
                cost[y, x] = near + 1
                changed = True
print("no way" if cost[exit_field] == math.inf else cost[exit_field])
