import sys


def power(base, exponent):
    """Return base to the exponent by repeated squaring."""
    if exponent <= 1:
        return base
    half = power(base, exponent // 2)
    return half * half * (base if exponent % 2 else 1)


def digit_sum(number):
    return number % 10 + digit_sum(number // 10) if number else 0


sys.setrecursionlimit(5000)
a, b = map(int, sys.stdin.readline().split())
print(digit_sum(power(a, b)))
