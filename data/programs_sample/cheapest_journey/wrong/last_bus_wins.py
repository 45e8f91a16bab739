import sys

tokens = iter(sys.stdin.read().split())
n, m = int(next(tokens)), int(next(tokens))
fares = {}
for _ in range(m):
    pair = (int(next(tokens)), int(next(tokens)))
    fares[pair] = int(next(tokens))

best = {1: (0, 0)}
changed = True
while changed:
    changed = False
    for (a, b), fare in fares.items():
        if a in best:
            candidate = (best[a][0] + fare, best[a][1] + 1)
            if b not in best or candidate < best[b]:
                best[b] = candidate
                changed = True
print(*best[n]) if n in best else print("unreachable")
