import heapq
from collections import Counter


def fire(c, pots):
    heap = [(-k, g) for g, k in Counter(pots).items()]
    heapq.heapify(heap)
    day, cooling = 0, []
    while heap or cooling:
        for entry in [e for e in cooling if e[0] <= day]:
            cooling.remove(entry)
            heapq.heappush(heap, entry[1:])
        if heap:
            k, g = heapq.heappop(heap)
            if k + 1 < 0:
                cooling.append((day + max(c, 1), k + 1, g))
        day += 1
    return day


lines = open(0).read().split("\n")
print(fire(int(lines[0]), lines[1].strip()))
