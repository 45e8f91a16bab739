stones = [int(s) for s in open(0).readline().split()]
total = sum(stones)
target = total // 2
possible = [False] * (target + 1)
possible[0] = True
for stone in stones:
    for weight in range(target, stone - 1, -1):
        if possible[weight - stone]:
            possible[weight] = True
print("YES " + str(target) if possible[target] and target * 2 == total else "NO")
