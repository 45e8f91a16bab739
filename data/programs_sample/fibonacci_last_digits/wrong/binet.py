import math


def fibonacci(n: int) -> int:
    """Return the n-th Fibonacci number by Binet's formula."""
    root = math.sqrt(5)
    golden = (1 + root) / 2
    return round(golden**n / root)


n, m = map(int, input().split())
print(fibonacci(n) % m)
