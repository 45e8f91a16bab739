import sys

n, *walls = (int(x) for x in sys.stdin.read().split())
water = 0
for level in range(1, max(walls) + 1):
    row = "".join("#" if w >= level else "." for w in walls).strip(".")
    water += row.count(".")
print(water)
