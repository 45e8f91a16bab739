import heapq
import sys

s = sys.stdin.read().strip()
heap = []
for c in set(s):
    heapq.heappush(heap, (-s.count(c), c))
ans = []
while len(heap) >= 2:
    n1, c1 = heapq.heappop(heap)
    n2, c2 = heapq.heappop(heap)
    ans += [c1, c2]
    if n1 + 1 < 0:
        heapq.heappush(heap, (n1 + 1, c1))
    if n2 + 1 < 0:
        heapq.heappush(heap, (n2 + 1, c2))
if heap:
    ans.append(heap[0][1] * -heap[0][0])
print("".join(ans) if ans else s)
