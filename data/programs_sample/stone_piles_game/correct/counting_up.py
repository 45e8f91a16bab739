data = open(0).read().split("\n")
takes = [int(x) for x in data[0].split()]
heaps = [int(x) for x in data[1].split()]


def mex(values):
    g = 0
    for v in sorted(set(values)):
        if v == g:
            g += 1
    return g


nimber = {}
for n in range(201):
    nimber[n] = mex(nimber[n - t] for t in takes if t <= n)

answers = []
for t in takes:
    for i, h in enumerate(heaps):
        if h < t:
            continue
        after = nimber[h - t]
        for j, other in enumerate(heaps):
            if j != i:
                after ^= nimber[other]
        if after == 0:
            answers.append(t)
print(f"first {min(answers)}" if answers else "second")
