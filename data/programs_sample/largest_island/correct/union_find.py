from collections import Counter

rows = open(0).read().splitlines()
w = len(rows[0]) + 1
sea = "".join(r + "~" for r in rows)
boss = {i: i for i, c in enumerate(sea) if c == "#"}


def find(i):
    while boss[i] != i:
        boss[i] = i = boss[boss[i]]
    return i


for i in boss:
    for j in (i - 1, i - w):
        if j in boss:
            boss[find(i)] = find(j)
size, shore = Counter(), Counter()
for i in boss:
    size[find(i)] += 1
    shore[find(i)] += sum(j not in boss for j in (i - 1, i + 1, i - w, i + w))
size_, shore_ = max(((size[k], shore[k]) for k in size), default=(0, 0))
print(len(size), size_, shore_)
