# Team A first, team B if that does not work.
import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
enemies = {p: set() for p in range(1, n + 1)}
for i in range(2, 2 + 2 * m, 2):
    enemies[data[i]].add(data[i + 1])
    enemies[data[i + 1]].add(data[i])
a_team, b_team = set(), set()
for p in range(1, n + 1):
    if not enemies[p] & a_team:
        a_team.add(p)
    elif not enemies[p] & b_team:
        b_team.add(p)
    else:
        print("impossible")
        break
else:
    print("".join("A" if p in a_team else "B" for p in range(1, n + 1)))
