import heapq


def search(n, graph):
    """Return (price, buses) of the best journey from town 1 to town n."""
    heap = [(0, 0, 1)]
    closed = set()
    while heap:
        buses, price, town = heapq.heappop(heap)
        if town == n:
            return price, buses
        if town in closed:
            continue
        closed.add(town)
        for target, fare in graph.get(town, []):
            heapq.heappush(heap, (buses + 1, price + fare, target))
    return None


n, m = map(int, input().split())
graph = {}
for _ in range(m):
    a, b, fare = map(int, input().split())
    graph.setdefault(a, []).append((b, fare))
found = search(n, graph)
print("unreachable" if found is None else f"{found[0]} {found[1]}")
