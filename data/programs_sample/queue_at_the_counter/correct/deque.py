from collections import deque

n, k = map(int, input().split())
queue = deque()
for _ in range(n):
    name, forms = input().split()
    queue.append((name, int(forms)))
time = 0
while queue:
    name, forms = queue.popleft()
    time += min(k, forms)
    if forms > k:
        queue.append((name, forms - k))
    else:
        print(name, time)
