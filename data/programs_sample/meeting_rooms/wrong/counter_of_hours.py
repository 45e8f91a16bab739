import sys
from collections import Counter

running = Counter()
for line in sys.stdin.readlines()[1:]:
    start, end = (int(part.split(":")[0]) for part in line.split())
    for hour in range(start, max(end, start + 1)):
        running[hour] += 1
print(max(running.values(), default=0))
