import sys

sys.setrecursionlimit(5000)
_, *lines = sys.stdin.read().splitlines()
graph = {}


def size(person, seen):
    seen.add(person)
    return 1 + sum(size(other, seen) for other in graph[person] if other not in seen)


names = {name for line in lines for name in line.split()}
for name in names:
    graph[name] = []
for line in lines:
    a, b = line.split()
    graph[a].append(b)
    graph[b].append(a)
    seen = set()
    sizes = [size(name, seen) for name in names if name not in seen]
    print(len(sizes), max(sizes))
