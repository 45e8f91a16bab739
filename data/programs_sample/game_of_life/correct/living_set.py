import sys
from collections import Counter
from itertools import product

first, *rows = sys.stdin.read().split("\n")
r, c, g = map(int, first.split())
alive = {(i, j) for i, row in enumerate(rows) for j, ch in enumerate(row) if ch == "O"}
steps = [d for d in product((-1, 0, 1), repeat=2) if any(d)]
for _ in range(g):
    near = Counter((i + a, j + b) for i, j in alive for a, b in steps)
    alive = {p for p, n in near.items()
             if (n == 3 or n == 2 and p in alive) and 0 <= p[0] < r and 0 <= p[1] < c}
for i in range(r):
    print("".join(".O"[(i, j) in alive] for j in range(c)))
