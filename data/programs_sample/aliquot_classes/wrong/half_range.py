from typing import Tuple


def classify(n: int) -> Tuple[int, str]:
    """Return the sum of the proper divisors of n and what it makes of n."""
    total = sum(d for d in range(1, n // 2) if n % d == 0)
    if total == n:
        return total, "perfect"
    if total > n:
        return total, "abundant"
    return total, "deficient"


count = int(input())
for _ in range(count):
    print(*classify(int(input())))
