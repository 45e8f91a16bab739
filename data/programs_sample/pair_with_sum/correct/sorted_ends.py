import sys

input = sys.stdin.readline
n, t = map(int, input().split())
arr = sorted((v, i) for i, v in enumerate(map(int, input().split()), 1))
lo, hi = 0, n - 1
res = None
while lo < hi:
    s = arr[lo][0] + arr[hi][0]
    if s == t:
        res = sorted([arr[lo][1], arr[hi][1]])
        break
    if s < t:
        lo += 1
    else:
        hi -= 1
print(*res) if res else print(-1)
