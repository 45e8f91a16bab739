import sys
from functools import lru_cache

sys.setrecursionlimit(20000)


def solve():
    n, k, *rest = [int(t) for t in open(0).read().split()]
    bad = set(rest)

    @lru_cache(None)
    def ways(i):
        if i == 0:
            return 1
        if i < 0 or i in bad:
            return 0
        return (ways(i - 1) + ways(i - 2) + ways(i - 3)) % 1000000007

    for i in range(0, n, 500):
        ways(i)
    return ways(n)


print(solve())
