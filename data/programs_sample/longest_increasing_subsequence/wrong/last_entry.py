# dp[i]: longest selection that ends with height i.
import sys

n, *h = [int(t) for t in sys.stdin.read().split()]
dp = []
for i in range(n):
    dp.append(1 + max([dp[j] for j in range(i) if h[j] < h[i]], default=0))
print(dp[-1] if dp else 0)
