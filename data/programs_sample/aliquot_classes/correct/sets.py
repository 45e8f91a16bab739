import sys

_, *numbers = map(int, sys.stdin.read().split())
for n in numbers:
    divisors = {1}
    d = 2
    while d * d <= n:
        if n % d == 0:
            divisors |= {d, n // d}
        d += 1
    total = sum(divisors - {n})
    if total < n:
        kind = "deficient"
    elif total > n:
        kind = "abundant"
    else:
        kind = "perfect"
    print(f"{total} {kind}")
