import heapq
from datetime import datetime


def parse(text):
    return datetime.strptime(text, "%H:%M")


n = int(input())
meetings = sorted(tuple(map(parse, input().split())) for _ in range(n))
busy_until = []
for start, end in meetings:
    if busy_until and busy_until[0] <= start:
        heapq.heapreplace(busy_until, end)
    else:
        heapq.heappush(busy_until, end)
print(len(busy_until))
