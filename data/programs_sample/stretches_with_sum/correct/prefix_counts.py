from collections import Counter
from itertools import accumulate

n, k = map(int, input().split())
seen = Counter([0])
count = 0
for s in accumulate(map(int, input().split())):
    count += seen[s - k]
    seen[s] += 1
print(count)
