from itertools import cycle

R, C = map(int, input().split())
M = [input().split() for _ in range(R)]
seen = set()
path = []
y, x = 0, 0
turns = cycle([(0, 1), (1, 0), (0, -1), (-1, 0)])
dy, dx = next(turns)
for _ in range(R * C):
    seen.add((y, x))
    path.append(M[y][x])
    ny, nx = y + dy, x + dx
    if not (0 <= ny < R and 0 <= nx < C) or (ny, nx) in seen:
        dy, dx = next(turns)
    y, x = y + dy, x + dx
print(" ".join(path))
