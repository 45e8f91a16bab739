# Without rocks the answer is a binomial coefficient.
from math import comb

r, c = map(int, input().split())
total = comb(r + c - 2, r - 1)
for y in range(r):
    for x, sign in enumerate(input()):
        if sign == "#":
            total -= comb(y + x, y) * comb(r - 1 - y + c - 1 - x, c - 1 - x)
print(max(total, 0))
