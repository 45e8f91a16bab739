import sys
from collections import deque


def lowest_cost(lengths):
    """Joint ropes appear in rising order, so two queues do the work of a heap."""
    single = deque(sorted(lengths))
    joint = deque()

    def shortest():
        if not joint or single and single[0] <= joint[0]:
            return single.popleft()
        return joint.popleft()

    total = 0
    while len(single) + len(joint) > 1:
        joint.append(shortest() + shortest())
        total += joint[-1]
    return total


print(lowest_cost(map(int, sys.stdin.read().split(","))))
