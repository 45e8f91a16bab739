# Union find over 2n nodes: person p in team A and person p in team B.
n, m = map(int, input().split())
parent = list(range(2 * n))


def find(x):
    while parent[x] != x:
        x = parent[x]
    return x


for _ in range(m):
    a, b = (int(t) - 1 for t in input().split())
    parent[find(a)] = find(b + n)
    parent[find(b)] = find(a + n)
if any(find(p) == find(p + n) for p in range(n)):
    print("impossible")
else:
    chosen = {}
    letters = []
    for p in range(n):
        root, opposite = find(p), find(p + n)
        chosen.setdefault(root, "A" if chosen.get(opposite) != "A" else "B")
        chosen.setdefault(opposite, "B" if chosen[root] == "A" else "A")
        letters.append(chosen[root])
    print("".join(letters))
