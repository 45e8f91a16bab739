import math
import sys
from functools import cache

sys.setrecursionlimit(10**4)
total, *coins = [int(x) for x in open(0).read().split()]


@cache
def need(rest):
    if rest == 0:
        return 0
    return 1 + min((need(rest - c) for c in coins if c <= rest), default=math.inf)


answer = need(total)
print(-1 if answer == math.inf else answer)
