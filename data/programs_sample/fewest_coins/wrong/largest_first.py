amount = int(input())
coins = sorted(map(int, input().split()), reverse=True)
used = 0
for coin in coins:
    used += amount // coin
    amount %= coin
print(used if amount == 0 else -1)
