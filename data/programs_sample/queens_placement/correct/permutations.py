import sys
from itertools import permutations


def main():
    n, row, column = map(int, sys.stdin.read().split())
    others = [c for c in range(1, n + 1) if c != column]
    for rest in permutations(others):
        board = rest[:row - 1] + (column,) + rest[row - 1:]
        if len({r + c for r, c in enumerate(board)}) == n == len({r - c for r, c in enumerate(board)}):
            return "\n".join("Q".join(["." * (c - 1), "." * (n - c)]) for c in board)
    return "impossible"


print(main())
