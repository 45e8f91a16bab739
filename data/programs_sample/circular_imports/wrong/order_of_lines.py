from collections import deque
from fileinput import input as read_lines

graph = {}
for line in read_lines():
    name, colon, rest = line.partition(":")
    graph[name] = rest.split()

circular = []
for start in graph:
    queue, seen = deque([start]), set()
    while queue and start not in seen:
        for module in graph.get(queue.popleft(), []):
            if module not in seen:
                seen.add(module)
                queue.append(module)
    if start in seen:
        circular.append(start)
for module in circular:
    print(module)
if not circular:
    print("none")
