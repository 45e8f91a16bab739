# The queue holds nodes whose children come next in the list.
from collections import deque

values = deque(input().split())
queue = deque()
if values:
    queue.append(int(values.popleft()))
answer = "yes"
while queue and values:
    node = queue.popleft()
    for is_right in (False, True):
        token = values.popleft() if values else "-"
        if token == "-":
            continue
        child = int(token)
        if is_right and child <= node or not is_right and child >= node:
            answer = "no"
        queue.append(child)
print(answer)
