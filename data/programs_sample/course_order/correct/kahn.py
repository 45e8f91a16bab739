from collections import deque

n, m = map(int, input().split())
after = [[] for _ in range(n + 1)]
waiting = [0] * (n + 1)
for _ in range(m):
    a, b = map(int, input().split())
    after[a].append(b)
    waiting[b] += 1

ready = deque(v for v in range(1, n + 1) if waiting[v] == 0)
order = []
while ready:
    v = ready.popleft()
    order.append(v)
    for w in after[v]:
        waiting[w] -= 1
        if waiting[w] == 0:
            ready.append(w)
if len(order) == n:
    print(*order)
else:
    print("impossible")
