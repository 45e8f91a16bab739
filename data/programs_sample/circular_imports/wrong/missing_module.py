import sys

graph = {}
for raw in sys.stdin:
    parts = raw.replace(":", " ").split()
    graph[parts[0]] = parts[1:]


def reachable(module):
    """Return the set of modules that are imported, directly or not."""
    seen = set()
    todo = [module]
    while todo:
        current = todo.pop()
        try:
            fresh = [m for m in graph[current] if m not in seen]
        except IndexError:
            continue
        seen.update(fresh)
        todo.extend(fresh)
    return seen


circle = sorted(m for m in graph if m in reachable(m))
print("\n".join(circle) if circle else "none")
