t = int(input())
dice = list(map(int, input().split()))
chance = [1.0]
for sides in dice:
    longer = [0.0] * (len(chance) + sides)
    for total, p in enumerate(chance):
        for face in range(1, sides + 1):
            longer[total + face] += p / sides
    chance = longer
print(sum(chance[t:]))
