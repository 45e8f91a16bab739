import sys


def digit_sum(n: int) -> int:
    total = 0
    while n:
        n, d = divmod(n, 10)
        total += d
    return total


base, exponent = (int(token) for token in sys.stdin.read().split())
print(digit_sum(pow(base, exponent)))
