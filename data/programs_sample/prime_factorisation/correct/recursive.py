import sys
from itertools import groupby
from math import isqrt


def factor(n, start=2):
    for d in range(start, isqrt(n) + 1):
        if n % d == 0:
            return [d] + factor(n // d, d)
    return [n]


for line in sys.stdin:
    out = []
    for prime, group in groupby(factor(int(line))):
        count = len(list(group))
        out.append(str(prime) + ("^" + str(count) if count > 1 else ""))
    print(*out, sep=" * ")
