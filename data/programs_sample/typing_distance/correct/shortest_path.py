from heapq import heappop, heappush


def edits(a, b):
    """Dijkstra over the positions (i, j): i letters of a read, j letters of b written."""
    heap = [(0, 0, 0)]
    done = set()
    while heap:
        cost, i, j = heappop(heap)
        if (i, j) in done:
            continue
        done.add((i, j))
        if i == len(a) and j == len(b):
            return cost
        if i < len(a):
            heappush(heap, (cost + 1, i + 1, j))
        if j < len(b):
            heappush(heap, (cost + 1, i, j + 1))
        if i < len(a) and j < len(b):
            heappush(heap, (cost + (a[i] != b[j]), i + 1, j + 1))


print(edits(input(), input()))
