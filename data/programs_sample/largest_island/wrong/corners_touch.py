# Take one island after the other out of todo.
import sys

lines = sys.stdin.read().split()
land = {(y, x) for y, l in enumerate(lines) for x, c in enumerate(l) if c == "#"}
best = (0, 0)
count = 0
todo = set(land)
while todo:
    count += 1
    stack = [todo.pop()]
    size = shore = 0
    while stack:
        y, x = stack.pop()
        size += 1
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                q = (y + dy, x + dx)
                if q in todo:
                    todo.remove(q)
                    stack.append(q)
                if dy * dx == 0 and q not in land:
                    shore += 1
    best = max(best, (size, shore))
print(count, *best)
