a = int(input())
coins = [int(c) for c in input().split()]
mask = (1 << (a + 1)) - 1
reachable = seen = 1
count = 0
# Bit i of `reachable` says that i can be paid with exactly `count` coins.
while reachable and not reachable >> a & 1:
    step = 0
    for c in coins:
        step |= reachable << c
    reachable = step & mask & ~seen
    seen |= reachable
    count += 1
print(count if reachable else -1)
