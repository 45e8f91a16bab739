from bisect import bisect_left

n, k = map(int, input().split())
prefix = [(0, 0)]
for i, x in enumerate(map(int, input().split()), 1):
    prefix.append((prefix[-1][0] + x, i))
order = sorted(prefix)
print(sum(bisect_left(order, (s + k, n + 1)) - bisect_left(order, (s + k, i + 1)) for s, i in prefix))
