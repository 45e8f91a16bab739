n, budget = map(int, input().split())
best = [0] * (budget + 1)
for _ in range(n):
    price, joy = map(int, input().split())
    for money in range(budget, price - 1, -1):
        best[money] = max(best[money], best[money - price] + joy)
print(best[budget])
