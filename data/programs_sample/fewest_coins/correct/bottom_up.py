amount = int(input())
coins = list(map(int, input().split()))
INF = float("inf")
best = [0] + [INF] * amount
for value in range(1, amount + 1):
    for coin in coins:
        if coin <= value and best[value - coin] + 1 < best[value]:
            best[value] = best[value - coin] + 1
print(best[amount] if best[amount] < INF else -1)
