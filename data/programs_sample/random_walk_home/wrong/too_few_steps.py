from collections import defaultdict

words = input().split()
n, i, p = int(words[0]), int(words[1]), float(words[2])
chance = {i: 1.0}
home = average = 0.0
for step in range(1, 301):
    following = defaultdict(float)
    for plank, weight in chance.items():
        following[plank + 1] += weight * p
        following[plank - 1] += weight * (1 - p)
    arrived = following.pop(n + 1, 0.0)
    drowned = following.pop(0, 0.0)
    home += arrived
    average += step * (arrived + drowned)
    chance = following
print(home, average)
