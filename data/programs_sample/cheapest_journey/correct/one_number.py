# Price and number of buses in one integer: price * BIG + buses.
from functools import reduce

BIG = 1000
n, m = map(int, input().split())
INF = 10**15
dist = [[INF] * n for _ in range(n)]
for i in range(n):
    dist[i][i] = 0
for _ in range(m):
    a, b, p = map(int, input().split())
    dist[a - 1][b - 1] = min(dist[a - 1][b - 1], p * BIG + 1)


def relax(row: list[int], k: int) -> list[int]:
    return [min(row[j], row[k] + dist[k][j]) for j in range(n)]


first = dist[0]
for _ in range(n):
    following = reduce(relax, range(n), first)
    if following == first:
        break
    first = following
d = first[n - 1]
print("unreachable" if d >= INF else f"{d // BIG} {d % BIG}")
