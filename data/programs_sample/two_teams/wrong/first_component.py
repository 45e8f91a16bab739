from collections import defaultdict

n, m = map(int, input().split())
graph = defaultdict(list)
for _ in range(m):
    a, b = map(int, input().split())
    graph[a].append(b)
    graph[b].append(a)
team = {1: "A"}
stack = [1]
ok = True
while stack:
    v = stack.pop()
    for w in graph[v]:
        if w not in team:
            team[w] = "B" if team[v] == "A" else "A"
            stack.append(w)
        elif team[w] == team[v]:
            ok = False
if ok:
    print("".join(team.get(p, "A") for p in range(1, n + 1)))
else:
    print("impossible")
