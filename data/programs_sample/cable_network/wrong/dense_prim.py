from math import inf
from typing import List


def prim(n: int, matrix: List[List[float]]) -> float:
    """Return the price of the cheapest network, infinity if there is none."""
    best = matrix[0][:]
    todo = set(range(1, n))
    total = 0
    while todo:
        house = min(todo, key=lambda h: best[h])
        todo.remove(house)
        total += best[house]
        for other in todo:
            best[other] = min(best[other], best[house] + matrix[house][other])
    return total


n, m = map(int, input().split())
matrix = [[inf] * n for _ in range(n)]
for _ in range(m):
    a, b, price = map(int, input().split())
    matrix[a][b] = matrix[b][a] = min(price, matrix[a][b])
answer = prim(n, matrix)
print("split" if answer == inf else answer)
