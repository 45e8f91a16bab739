import sys
from heapq import heappush, heappop

n, m = map(int, sys.stdin.readline().split())
graph = {i: [] for i in range(1, n + 1)}
for line in sys.stdin:
    a, b, c = map(int, line.split())
    graph[a].append((b, c))
dist = {1: 0}
count = {1: 0}
heap = [(0, 1)]
while heap:
    d, v = heappop(heap)
    if d > dist[v]:
        continue
    for w, c in graph[v]:
        if w not in dist or d + c < dist[w]:
            dist[w] = d + c
            count[w] = count[v] + 1
            heappush(heap, (dist[w], w))
print(dist[n], count[n]) if n in dist else print("unreachable")
