from collections import Counter


def assign(wishes):
    """Give the least wanted project to the student with the shortest list."""
    demand = Counter(p for projects in wishes for p in projects)
    free = set(demand)
    happy = 0
    for projects in sorted(wishes, key=len):
        options = sorted((p for p in projects if p in free), key=lambda p: (demand[p], p))
        if options:
            free.remove(options[0])
            happy += 1
    return happy


lines = open(0).read().splitlines()
print(assign([line.split(":")[1].split() for line in lines]))
