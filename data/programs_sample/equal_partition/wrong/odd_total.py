import sys

stones = list(map(int, sys.stdin.read().split()))
half = sum(stones) // 2
reach = [True] + [False] * half
for s in stones:
    for w in range(half, s - 1, -1):
        reach[w] = reach[w] or reach[w - s]
if reach[half]:
    print("YES", half)
else:
    print("NO")
