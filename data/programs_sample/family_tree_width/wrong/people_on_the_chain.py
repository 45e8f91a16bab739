def longest(person, children, best):
    """Return the depth below a person and keep the longest chain in best[0]."""
    first = second = 0
    for child in children.get(person, ()):
        depth = longest(child, children, best)
        if depth > first:
            first, second = depth, first
        elif depth > second:
            second = depth
    if first:
        best[0] = max(best[0], first + second + 1)
    return first + 1


n = int(input())
children, parents = {}, {}
for _ in range(n - 1):
    child, parent = input().split()
    children.setdefault(parent, []).append(child)
    parents[child] = parent
root = next((p for p in children if p not in parents), "")
best = [0]
generations = longest(root, children, best)
print(generations, best[0])
