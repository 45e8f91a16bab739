n, k = map(int, input().split())
broken = set()
if k:
    broken = set(map(int, input().split()))
dp = [1] + [0] * n
for i in range(1, n + 1):
    if i in broken:
        dp[i] = 0
    else:
        dp[i] = (dp[i - 1] + (dp[i - 2] if i > 1 else 0)) % (10**9 + 7)
print(dp[n])
