import heapq

n, m = map(int, input().split())
graph = {v: [] for v in range(n)}
for _ in range(m):
    a, b, c = map(int, input().split())
    graph[a].append((b, c))
    graph[b].append((a, c))
heap = [(0, 0, 0)]
used = set()
total = 0
while heap:
    d, cable, v = heapq.heappop(heap)
    if v in used:
        continue
    used.add(v)
    total += cable
    for w, c in graph[v]:
        if w not in used:
            heapq.heappush(heap, (d + c, c, w))
print(total if len(used) == n else "split")
