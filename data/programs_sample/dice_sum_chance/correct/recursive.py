from functools import cache

lines = open(0).read().splitlines()
target = int(lines[0])
dice = tuple(int(x) for x in lines[1].split())


@cache
def chance(i, need):
    if i == len(dice):
        return 1.0 if need <= 0 else 0.0
    return sum(chance(i + 1, need - face) for face in range(1, dice[i] + 1)) / dice[i]


print(f"{chance(0, target):.10f}")
