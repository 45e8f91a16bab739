from collections import deque

n, k = map(int, input().split())
loads = list(map(int, input().split()))
waiting = deque()
result = []
for now in range(n):
    if waiting and waiting[0] < now - k:
        waiting.popleft()
    while waiting and loads[waiting[-1]] < loads[now]:
        waiting.pop()
    waiting.append(now)
    if now + 1 >= k:
        result.append(loads[waiting[0]])
print(" ".join(map(str, result)))
