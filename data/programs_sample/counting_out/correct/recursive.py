import sys

sys.setrecursionlimit(5000)


def survivor(n: int, k: int) -> int:
    """The place of the last child, counted from 0."""
    return 0 if n == 1 else (survivor(n - 1, k) + k) % n


def turn(n: int, k: int, child: int) -> int:
    """When the child at a place (counted from 0) leaves."""
    out = (k - 1) % n
    if child == out:
        return 1
    return 1 + turn(n - 1, k, (child - out - 1) % n)


n, k, c = map(int, input().split())
print(survivor(n, k) + 1, turn(n, k, c - 1))
