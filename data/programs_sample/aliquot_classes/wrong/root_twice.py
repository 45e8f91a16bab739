from math import isqrt

for _ in range(int(input())):
    n = int(input())
    s = 1 if n > 1 else 0
    for d in range(2, isqrt(n) + 1):
        if n % d == 0:
            s += d + n // d
    print(s, "perfect" if s == n else "abundant" if s > n else "deficient")
