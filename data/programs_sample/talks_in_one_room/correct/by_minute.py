from collections import defaultdict

data = open(0).read().split()[1:]
ending = defaultdict(list)
for i in range(0, len(data), 3):
    ending[int(data[i + 2])].append((int(data[i + 1]), data[i]))

# best[t] = (number of talks, end of the last one, its start, its title) up to minute t
best = [(0, 0, 0, "")]
for minute in range(1, 10001):
    entry = best[-1]
    for start, title in ending[minute]:
        if best[start][0] + 1 > entry[0]:
            entry = (best[start][0] + 1, minute, start, title)
    best.append(entry)
plan, at = [], best[-1]
while at[0]:
    plan.append(at[3])
    at = best[at[2]]
print(len(plan))
print(" ".join(reversed(plan)))
