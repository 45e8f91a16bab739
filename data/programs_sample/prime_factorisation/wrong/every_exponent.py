import sys
from collections import defaultdict

n = int(sys.stdin.readline())
exponents = defaultdict(int)
d = 2
while n > 1:
    if d * d > n:
        d = n
    while n % d == 0:
        exponents[d] += 1
        n //= d
    d += 1
print(" * ".join(f"{p}^{exponents[p]}" for p in sorted(exponents)))
