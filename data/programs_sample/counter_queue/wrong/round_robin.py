import sys
from itertools import cycle

data = sys.stdin.read().split()
k = int(data[0])
load = [0] * k
served = [0] * k
counters = cycle(range(k))
for minutes in map(int, data[1:]):
    i = next(counters)
    load[i] += minutes
    served[i] += 1
print(max(load), served.index(max(served)) + 1)
