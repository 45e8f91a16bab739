import heapq
import sys
from collections import Counter, deque


def days_needed(cooling, pots):
    """Fire, day by day, the glaze with the most pots left among those that have cooled."""
    ready = [(-count, glaze) for glaze, count in Counter(pots).items()]
    heapq.heapify(ready)
    resting = deque()
    day = 0
    while ready or resting:
        if resting and resting[0][0] <= day:
            heapq.heappush(ready, resting.popleft()[1])
        if ready:
            count, glaze = heapq.heappop(ready)
            if count < -1:
                resting.append((day + cooling + 1, (count + 1, glaze)))
        day += 1
    return day


lines = sys.stdin.read().split("\n")
print(days_needed(int(lines[0]), lines[1].strip()))
