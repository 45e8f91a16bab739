import heapq


def window_maxima(loads: list[int], k: int) -> list[int]:
    """Maximum of each window, with a heap of (-load, minute)."""
    heap = [(-load, minute) for minute, load in enumerate(loads[:k])]
    heapq.heapify(heap)
    maxima = [-heap[0][0]]
    for minute in range(k, len(loads)):
        heapq.heappush(heap, (-loads[minute], minute))
        while heap[0][1] <= minute - k:
            heapq.heappop(heap)
        maxima.append(-heap[0][0])
    return maxima


n, k = map(int, input().split())
print(*window_maxima(list(map(int, input().split())), k))
