import sys

sys.setrecursionlimit(10000)
data = list(map(int, sys.stdin.read().split()))
n, m = data[:2]
graph = [[] for _ in range(n + 1)]
for i in range(m):
    graph[data[2 + 2 * i]].append(data[3 + 2 * i])
seen = [False] * (n + 1)
order = []


def dfs(v):
    seen[v] = True
    for w in graph[v]:
        if not seen[w]:
            dfs(w)
    order.append(v)


for v in range(1, n + 1):
    if not seen[v]:
        dfs(v)
if len(order) == n:
    print(*reversed(order))
else:
    print("impossible")
