import sys
from collections import deque

lines = sys.stdin.read().splitlines()
n, k = map(int, lines[0].split())
queue = deque(lines[1].split() if n else [])
done = []
for _ in range(round(n / k)):
    group = deque()
    while queue and len(group) < k:
        group.appendleft(queue.popleft())
    done.extend(group)
done.extend(queue)
print(" ".join(done))
