# Bring everything to the least common denominator.
from math import lcm

k = int(input())
fractions = []
for _ in range(k):
    a, b = map(int, input().split("/"))
    fractions.append((a, b))
denominator = 1
for _, b in fractions:
    denominator = lcm(denominator, b)
numerator = sum(a * denominator // b for a, b in fractions)
if numerator % denominator == 0:
    print(numerator // denominator)
else:
    print(f"{numerator}/{denominator}")
