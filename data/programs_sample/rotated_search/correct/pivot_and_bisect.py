from bisect import bisect_left

n, q = map(int, input().split())
a = list(map(int, input().split()))
pivot = a.index(min(a))
s = a[pivot:] + a[:pivot]
out = []
for x in map(int, input().split()):
    i = bisect_left(s, x)
    out.append((i + pivot) % n + 1 if i < n and s[i] == x else 0)
print(*out)
