from collections import deque

n, m = map(int, input().split())
foes = [[] for _ in range(n)]
for _ in range(m):
    a, b = map(int, input().split())
    foes[a - 1].append(b - 1)
    foes[b - 1].append(a - 1)

team = [None] * n
possible = True
for first in range(n):
    if team[first] is not None:
        continue
    team[first] = 0
    queue = deque([first])
    while queue:
        v = queue.popleft()
        for w in foes[v]:
            if team[w] is None:
                team[w] = 1 - team[v]
                queue.append(w)
            elif team[w] == team[v]:
                possible = False
print("".join("AB"[t] for t in team) if possible else "impossible")
