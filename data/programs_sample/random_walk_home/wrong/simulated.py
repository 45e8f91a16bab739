import random
import sys
from statistics import mean


def walk(n, plank, p, rng):
    """Walk once; return whether he got home and the number of steps."""
    steps = 0
    while 0 < plank <= n:
        plank += 1 if rng.random() < p else -1
        steps += 1
    return plank > n, steps


n, i, p = sys.stdin.readline().split()
rng = random.Random(7)
walks = [walk(int(n), int(i), float(p), rng) for _ in range(500)]
chance = round(mean(home for home, _ in walks), 1)
print(chance, round(mean(steps for _, steps in walks)))
