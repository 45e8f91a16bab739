import sys
from collections import Counter

line = sys.stdin.readline()
depth = Counter()
good = True
for ch in line:
    if ch in "([{":
        depth[ch] += 1
    elif ch in ")]}":
        opening = "([{"[")]}".index(ch)]
        depth[opening] -= 1
        if depth[opening] < 0:
            good = False
if any(depth.values()):
    good = False
print("yes" if good else "no")
