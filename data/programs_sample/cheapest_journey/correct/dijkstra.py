import heapq
import sys
from collections import defaultdict

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
buses = defaultdict(list)
for i in range(m):
    a, b, price = data[2 + 3 * i:5 + 3 * i]
    buses[a].append((b, price))

heap = [(0, 0, 1)]
done = set()
answer = "unreachable"
while heap:
    price, count, town = heapq.heappop(heap)
    if town == n:
        answer = f"{price} {count}"
        break
    if town in done:
        continue
    done.add(town)
    for other, fare in buses[town]:
        if other not in done:
            heapq.heappush(heap, (price + fare, count + 1, other))
print(answer)
