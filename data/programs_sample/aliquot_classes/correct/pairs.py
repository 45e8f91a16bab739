from math import isqrt


def aliquot_sum(n: int) -> int:
    """Return the sum of the divisors of n that are less than n."""
    if n == 1:
        return 0
    total = 1
    for d in range(2, isqrt(n) + 1):
        if n % d == 0:
            total += d
            if d != n // d:
                total += n // d
    return total


for _ in range(int(input())):
    n = int(input())
    s = aliquot_sum(n)
    word = "perfect" if s == n else "abundant" if s > n else "deficient"
    print(s, word)
