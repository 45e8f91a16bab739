data = [int(x) for x in open(0).read().split()]
left = set(range(1, data[0] + 1))
rules = set(zip(data[2::2], data[3::2]))
taken = []
while left:
    blocked = {b for a, b in rules}
    free = sorted(left - blocked)
    if not free:
        break
    taken += free
    left -= set(free)
    rules = {(a, b) for a, b in rules if a in left}
print("impossible" if left else " ".join(map(str, taken)))
