import sys
from itertools import groupby

k = int(input())
letters = [c if "a" <= c <= "z" else " " for c in sys.stdin.read().lower()]
runs = [(w, len(list(g))) for w, g in groupby(sorted("".join(letters).split()))]
runs.sort(key=lambda r: r[1], reverse=True)
for r in runs[:k]:
    print(*r)
