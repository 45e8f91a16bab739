from collections import defaultdict, deque


def farthest(start, graph):
    """Return the person farthest from start and the distance."""
    distance = {start: 0}
    queue = deque([start])
    while queue:
        person = queue.popleft()
        for other in graph[person]:
            if other not in distance:
                distance[other] = distance[person] + 1
                queue.append(other)
    return person, distance[person]


n = int(input())
graph = defaultdict(list)
parents, kids = set(), set()
for _ in range(n - 1):
    child, parent = input().split()
    graph[child].append(parent)
    graph[parent].append(child)
    parents.add(parent)
    kids.add(child)
root = next(iter(parents - kids), "only")
end, height = farthest(root, graph)
print(height + 1, farthest(end, graph)[1])
