from decimal import Decimal
from itertools import pairwise

n = int(input())
corners = []
for _ in range(n):
    x, y = input().split()
    corners.append((Decimal(x), Decimal(y)))
corners.append(corners[0])

area = Decimal(0)
around = Decimal(0)
for (x, y), (u, v) in pairwise(corners):
    area += (u - x) * (y + v) / 2
    around += ((u - x) ** 2 + (v - y) ** 2).sqrt()
print(abs(area), around)
