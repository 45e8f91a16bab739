from itertools import combinations

n, m = map(int, input().split())
quarrel = set()
for _ in range(m):
    a, b = map(int, input().split())
    quarrel |= {(a, b), (b, a)}
triangle = any({(a, b), (b, c), (a, c)} <= quarrel for a, b, c in combinations(range(1, n + 1), 3))
if triangle:
    print("impossible")
else:
    team = {}
    for start in range(1, n + 1):
        todo = [] if start in team else [(start, "A")]
        while todo:
            p, letter = todo.pop()
            if p not in team:
                team[p] = letter
                todo += [(q, "B" if letter == "A" else "A") for r, q in quarrel if r == p]
    print("".join(team[p] for p in sorted(team)))
