import sys
from operator import itemgetter


def read_intervals(stream):
    count = int(stream.readline())
    return [tuple(int(x) for x in stream.readline().split()) for _ in range(count)]


def union(intervals):
    """Return the union of the intervals as a sorted list."""
    result = []
    current = None
    for low, high in sorted(intervals, key=itemgetter(0)):
        if current is None:
            current = (low, high)
        elif low < current[1]:
            current = (current[0], max(current[1], high))
        else:
            result.append(current)
            current = (low, high)
    if current is not None:
        result.append(current)
    return result


for low, high in union(read_intervals(sys.stdin)):
    print(low, high)
