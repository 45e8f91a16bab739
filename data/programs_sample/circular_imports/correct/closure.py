from collections import defaultdict
from itertools import product

reach = defaultdict(set)
for line in open(0):
    module, used = line.split(":")
    reach[module] |= set(used.split())
names = list(reach)
for middle, start in product(names, names):
    if middle in reach[start]:
        reach[start] |= reach[middle]
circular = sorted(name for name in names if name in reach[name])
for name in circular or ["none"]:
    print(name)
