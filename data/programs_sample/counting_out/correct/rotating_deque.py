import sys
from collections import deque


def count_out(n, k):
    """Yield the children in the order in which they leave."""
    circle = deque(range(1, n + 1))
    while circle:
        circle.rotate(-((k - 1) % len(circle)))
        yield circle.popleft()


n, k, c = map(int, sys.stdin.read().split())
*_, last = leaving = list(count_out(n, k))
turn = leaving.index(c) + 1
print(last, turn)
