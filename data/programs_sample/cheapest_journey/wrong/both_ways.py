# Floyd-Warshall on pairs (price, buses).
import math

n, m = map(int, input().split())
price = [[(math.inf, math.inf)] * (n + 1) for _ in range(n + 1)]
for i in range(1, n + 1):
    price[i][i] = (0, 0)
for _ in range(m):
    a, b, p = map(int, input().split())
    price[a][b] = min(price[a][b], (p, 1))
    price[b][a] = min(price[b][a], (p, 1))
for k in range(1, n + 1):
    for i in range(1, n + 1):
        for j in range(1, n + 1):
            total = (price[i][k][0] + price[k][j][0], price[i][k][1] + price[k][j][1])
            price[i][j] = min(price[i][j], total)
if price[1][n][0] == math.inf:
    print("unreachable")
else:
    print(*price[1][n])
