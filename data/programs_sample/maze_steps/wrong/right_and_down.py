import math
from typing import List


def shortest(maze: List[str]) -> float:
    """Return the number of steps from S to E."""
    best = [[math.inf] * len(maze[0]) for _ in maze]
    for y, row in enumerate(maze):
        for x, sign in enumerate(row):
            if sign == "#":
                continue
            if sign == "S":
                best[y][x] = 0
            if y > 0:
                best[y][x] = min(best[y][x], best[y - 1][x] + 1)
            if x > 0:
                best[y][x] = min(best[y][x], best[y][x - 1] + 1)
            if sign == "E":
                answer = best[y][x]
    return answer


r, c = map(int, input().split())
steps = shortest([input().strip() for _ in range(r)])
print("no way" if steps == math.inf else steps)
