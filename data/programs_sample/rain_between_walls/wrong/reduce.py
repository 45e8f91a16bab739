from functools import reduce

n = int(input())
walls = [int(x) for x in input().split()]
water = 0
for i, wall in enumerate(walls):
    left = reduce(max, walls[:i + 1])
    right = reduce(max, walls[i:])
    water += max(left, right) - wall
print(water)
