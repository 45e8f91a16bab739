import sys

data = list(map(int, sys.stdin.read().split()))
n, target, a = data[0], data[1], data[2:]
where = {v: i for i, v in enumerate(a, 1)}
ans = [-1]
for i, v in enumerate(a, 1):
    w = target - v
    if w in where and where[w] >= i:
        ans = [i, where[w]]
        break
print(*ans)
