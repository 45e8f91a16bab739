import sys
from itertools import pairwise

n, *h = (int(x) for x in sys.stdin.read().split())
answer = n
for place, (a, b) in enumerate(pairwise(h), start=2):
    if b < a:
        answer = place
        break
print(answer)
