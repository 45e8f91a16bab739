import sys
from itertools import accumulate

data = list(map(int, sys.stdin.buffer.read().split()))
n, q = data[0], data[1]
total = list(accumulate(data[2:2 + n], initial=0))
for i in range(2 + n, len(data), 2):
    a, b = sorted(data[i:i + 2])
    print(total[b] - total[a - 1])
