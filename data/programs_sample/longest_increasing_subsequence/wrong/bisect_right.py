import bisect
import sys

data = [int(x) for x in sys.stdin.read().split()]
tails = []
for h in data[1:]:
    place = bisect.bisect_right(tails, h)
    if place < len(tails):
        tails[place] = h
    else:
        tails.append(h)
print(len(tails))
