import sys
from operator import itemgetter

data = [int(x) for x in sys.stdin.read().split()]
n, money = data[0], data[1]
items = []
for i in range(n):
    price, joy = data[2 + 2 * i], data[3 + 2 * i]
    ratio = joy / price if price else float("inf")
    items.append((ratio, price, joy))
total = 0
for _, price, joy in sorted(items, key=itemgetter(0), reverse=True):
    if price <= money:
        money -= price
        total += joy
print(total)
