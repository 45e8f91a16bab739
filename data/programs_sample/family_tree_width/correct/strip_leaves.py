"""Strip the leaves again and again; what remains at last is the middle of the tree."""
n, *rows = open(0).read().splitlines()
edges = [tuple(row.split()) for row in rows]
near = {}
for a, b in edges:
    near.setdefault(a, set()).add(b)
    near.setdefault(b, set()).add(a)

depth = {}
todo = dict(edges)
for person in near:
    chain, p = 1, person
    while p in todo:
        p = todo[p]
        chain += 1
    depth[person] = chain

rounds, left = 0, set(near)
while len(left) > 2:
    leaves = [p for p in left if len(near[p]) == 1]
    for leaf in leaves:
        (only,) = near[leaf]
        near[only].discard(leaf)
        left.discard(leaf)
    rounds += 1
print(max(depth.values(), default=1), 2 * rounds + (len(left) == 2))
