from collections import deque
from itertools import product

DIRECTIONS = [d for d in product((-1, 0, 1), repeat=2) if d != (0, 0)]


def solve():
    r, c = map(int, input().split())
    maze = {(y, x): s for y in range(r) for x, s in enumerate(input())}
    start = [p for p in maze if maze[p] == "S"][0]
    queue, seen = deque([(start, 0)]), {start}
    while queue:
        (y, x), steps = queue.popleft()
        if maze[y, x] == "E":
            return steps
        for dy, dx in DIRECTIONS:
            p = (y + dy, x + dx)
            if p not in seen and maze.get(p, "#") != "#":
                seen.add(p)
                queue.append((p, steps + 1))
    return "no way"


print(solve())
