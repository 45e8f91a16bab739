import sys
from itertools import accumulate

tokens = sys.stdin.buffer.read().split()
n, k = int(tokens[0]), int(tokens[1])
a = [int(t) for t in tokens[2:]]
forward, backward = [], []
for start in range(0, n, k):
    block = a[start:start + k]
    forward.extend(accumulate(block, max))
    backward.extend(reversed(list(accumulate(reversed(block), max))))
print(*[max(backward[i], forward[i + k - 1]) for i in range(n - k + 1)])
