# Disc d moves at every 2^d-th step, first at step 2^(d-1), always round in the same direction.
from collections import defaultdict

n, m = (int(t) for t in open(0).read().split())
standing = defaultdict(list)
for disc in range(n, 0, -1):
    times = (m + (1 << (disc - 1))) >> disc
    direction = -1 if (n - disc) % 2 == 0 else 1
    standing[times * direction % 3].append(str(disc))
for peg in range(3):
    print(" ".join(["ABC"[peg] + ":"] + standing[peg]))
