# table[v] is the fewest coins that make v.
import sys

data = [int(x) for x in sys.stdin.read().split()]
target, coins = data[0], data[1:]
INF = 10**9
table = [INF] * (target + 1)
table[0] = 0
for coin in coins:
    for value in range(target, coin - 1, -1):
        table[value] = min(table[value], table[value - coin] + 1)
print(table[target] if table[target] < INF else -1)
