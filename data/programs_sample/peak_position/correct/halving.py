n = int(input())
h = list(map(int, input().split()))
lo, hi = 0, n - 1
while lo < hi:
    mid = (lo + hi) // 2
    if h[mid] < h[mid + 1]:
        lo = mid + 1
    else:
        hi = mid
print(lo + 1)
