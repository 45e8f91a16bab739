import sys
from itertools import accumulate

walls = list(map(int, sys.stdin.read().split()))[1:]
left = accumulate(walls, max)
right = reversed(list(accumulate(reversed(walls), max)))
print(sum(min(a, b) - w for a, b, w in zip(left, right, walls)))
