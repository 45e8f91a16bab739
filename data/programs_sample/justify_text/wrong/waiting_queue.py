import sys
from collections import deque

width, *rest = sys.stdin.read().split()
width = int(width)
queue = deque(rest)
while queue:
    line = [queue.popleft()]
    length = len(line[0])
    while queue and length + 1 + len(queue[0]) < width:
        length += 1 + len(queue[0])
        line.append(queue.popleft())
    if not queue or len(line) == 1:
        print(".".join(line) + "." * (width - length))
    else:
        space, more = divmod(width - sum(len(x) for x in line), len(line) - 1)
        out = line[0]
        for k in range(1, len(line)):
            out += "." * (space + (k <= more)) + line[k]
        print(out)
