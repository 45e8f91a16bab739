from functools import cache

lines = open(0).read().splitlines()
moves = tuple(map(int, lines[0].split()))
piles = list(map(int, lines[1].split()))


@cache
def grundy(n):
    below = [grundy(n - m) for m in moves if m <= n]
    return max(below) + 1 if below else 0


total = 0
for pile in piles:
    total ^= grundy(pile)
winning = [m for m in moves for p in piles if p >= m and grundy(p - m) == total ^ grundy(p)]
if total and winning:
    print("first", min(winning))
else:
    print("second")
