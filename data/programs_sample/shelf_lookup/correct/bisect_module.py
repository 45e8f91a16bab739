import sys
from bisect import bisect_left

data = list(map(int, sys.stdin.read().split()))
n, q = data[:2]
weights, questions = data[2:2 + n], data[2 + n:]
for w in questions:
    i = bisect_left(weights, w)
    print(i + 1 if i < n else "none")
