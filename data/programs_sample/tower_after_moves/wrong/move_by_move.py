import sys
from itertools import islice


def moves(n, source, goal, spare):
    """Yield the moves as pairs of pegs."""
    if n:
        yield from moves(n - 1, source, spare, goal)
        yield source, goal
        yield from moves(n - 1, spare, goal, source)


n, m = map(int, sys.stdin.readline().split())
pegs = {"A": list(range(n, 0, -1)), "B": [], "C": []}
for a, b in islice(moves(n, "A", "C", "B"), m):
    pegs[b].append(pegs[a].pop())
for peg in pegs:
    print(peg + ":", *pegs[peg])
