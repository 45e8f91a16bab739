target, *sides = [int(x) for x in open(0).read().split()]
lowest = len(sides)
highest = sum(sides)
possible = range(lowest, highest + 1)
good = [s for s in possible if s >= target]
print(round(len(good) / len(possible), 9))
