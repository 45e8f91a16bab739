import sys
from functools import lru_cache, reduce
from itertools import count
from operator import xor

moves, piles = [[int(t) for t in line.split()] for line in sys.stdin.read().splitlines()]


@lru_cache(maxsize=None)
def value(pile: int) -> int:
    """Sprague-Grundy value of one pile."""
    reachable = {value(pile - m) for m in moves if m <= pile}
    return next(g for g in count() if g not in reachable)


def first_move():
    for m in sorted(moves):
        for i, pile in enumerate(piles):
            if pile >= m and not reduce(xor, map(value, piles[:i] + [pile - m] + piles[i + 1:])):
                return m
    return None


best = first_move()
print("second" if best is None else f"first {best}")
