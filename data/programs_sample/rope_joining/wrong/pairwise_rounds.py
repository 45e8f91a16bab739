def tie(ropes):
    """Tie neighbours of the sorted list together and return the cost and what results."""
    ropes = sorted(ropes)
    pairs = [ropes[i] + ropes[i + 1] for i in range(0, len(ropes) - 1, 2)]
    if len(ropes) % 2:
        return sum(pairs), pairs + [ropes[-1]]
    return sum(pairs), pairs


ropes = [int(r) for r in input().replace(",", " ").split()]
total = 0
while len(ropes) > 1:
    cost, ropes = tie(ropes)
    total += cost
print(total)
