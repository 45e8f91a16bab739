from collections import defaultdict

t = int(input())
chances = {0: 1.0}
for sides in input().split():
    n = int(sides)
    new = defaultdict(float)
    for total, p in chances.items():
        for face in range(n):
            new[total + face + 1] += p / n
    chances = new
answer = 0.0
for total in chances:
    if total > t:
        answer += chances[total]
print(answer)
