import heapq
import sys
from collections import defaultdict


def cheapest_network(houses, offers):
    """Grow the network from house 0, always by the cheapest cable out of it."""
    near = defaultdict(list)
    for a, b, price in offers:
        near[a].append((price, b))
        near[b].append((price, a))
    connected = set()
    heap = [(0, 0)]
    total = 0
    while heap:
        price, house = heapq.heappop(heap)
        if house in connected:
            continue
        connected.add(house)
        total += price
        for offer in near[house]:
            heapq.heappush(heap, offer)
    return total if len(connected) == houses else None


rows = [[int(t) for t in line.split()] for line in sys.stdin if line.strip()]
cost = cheapest_network(rows[0][0], rows[1:])
print("split" if cost is None else cost)
