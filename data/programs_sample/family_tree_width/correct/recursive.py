import sys

lines = sys.stdin.read().splitlines()
children = {}
born = set()
for line in lines[1:]:
    child, parent = line.split()
    children.setdefault(parent, []).append(child)
    born.add(child)
eldest = (set(children) - born) or {"someone"}


def measure(person):
    """Return the depth of a person's tree and the greatest distance in it."""
    depths, widest = [0, 0], 0
    for child in children.get(person, []):
        depth, width = measure(child)
        depths.append(depth)
        widest = max(widest, width)
    depths.sort()
    return depths[-1] + 1, max(widest, depths[-1] + depths[-2])


print(*measure(eldest.pop()))
