import heapq
from collections import Counter

heap = [(-n, c) for c, n in Counter(input().strip()).items()]
heapq.heapify(heap)
word = ""
held = None
while heap:
    n, c = heapq.heappop(heap)
    word += c
    if held:
        heapq.heappush(heap, held)
    held = (n + 1, c) if n < -1 else None
print("impossible" if held else word)
