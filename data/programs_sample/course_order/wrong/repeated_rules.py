# A heap keeps the ready courses in order.
import heapq
from collections import defaultdict

n, m = map(int, input().split())
followers = defaultdict(set)
degree = [0] * n
for _ in range(m):
    a, b = (int(t) - 1 for t in input().split())
    followers[a].add(b)
    degree[b] += 1
heap = [v for v in range(n) if not degree[v]]
order = []
while heap:
    v = heapq.heappop(heap)
    order.append(v + 1)
    for w in followers[v]:
        degree[w] -= 1
        if degree[w] == 0:
            heapq.heappush(heap, w)
print(" ".join(map(str, order)) if len(order) == n else "impossible")
