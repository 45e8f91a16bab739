# One row of the knapsack table is enough.
n, budget = map(int, input().split())
dp = [0] * (budget + 1)
for _ in range(n):
    price, joy = map(int, input().split())
    if price == 0:
        dp = [d + joy for d in dp]
        continue
    for money in range(price, budget + 1):
        dp[money] = max(dp[money], dp[money - price] + joy)
print(dp[budget])
