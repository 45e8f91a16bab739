import sys
from collections import deque

data = sys.stdin.read().split()
k = int(data[1])
waiting = deque(zip(data[2::2], (int(x) for x in data[3::2])))
clock = 0
while waiting:
    who, left = waiting.popleft()
    clock += k
    left -= k
    if left <= 0:
        print(who, clock)
    else:
        waiting.append((who, left))
