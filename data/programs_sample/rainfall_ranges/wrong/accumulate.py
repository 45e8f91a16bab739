from itertools import accumulate
import sys

input = sys.stdin.readline
n, q = map(int, input().split())
sums = [0, *accumulate(map(int, input().split()))]
for _ in range(q):
    a, b = sorted(map(int, input().split()))
    print(sums[b] - sums[a])
