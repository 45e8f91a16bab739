# Divide by each d as long as it goes.
n = int(input())
factors = {}
d = 2
while d * d < n:
    while n % d == 0:
        factors[d] = factors.get(d, 0) + 1
        n //= d
    d += 1
if n > 1:
    factors[n] = factors.get(n, 0) + 1
print(" * ".join("%d^%d" % (p, k) if k > 1 else "%d" % p for p, k in factors.items()))
