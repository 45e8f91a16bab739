import sys
from itertools import zip_longest

lines = sys.stdin.read().splitlines() + [""]
first, second = lines[0], lines[1]
changes = sum(1 for x, y in zip_longest(first, second) if x != y)
backwards = sum(1 for x, y in zip_longest(first[::-1], second[::-1]) if x != y)
print(min(changes, backwards))
