# Entries are row, column, steps so far.
from collections import deque

r, c = map(int, input().split())
grid = [list(input()) for _ in range(r)]
todo = deque()
for y, row in enumerate(grid):
    if "S" in row:
        todo.append((y, row.index("S"), 0))
result = "no way"
seen = set()
while todo:
    y, x, d = todo.pop()
    if not (0 <= y < r and 0 <= x < c) or grid[y][x] == "#" or (y, x) in seen:
        continue
    if grid[y][x] == "E":
        result = d
        break
    seen.add((y, x))
    for dy, dx in [(0, 1), (0, -1), (1, 0), (-1, 0)]:
        todo.append((y + dy, x + dx, d + 1))
print(result)
