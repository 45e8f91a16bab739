import sys

sys.setrecursionlimit(2000)
rows = [line.split() for line in sys.stdin.read().splitlines()[1:]]
kids = {}
for child, parent in rows:
    kids.setdefault(parent, []).append(child)
top = set(kids).difference(child for child, _ in rows)
diameter = 0


def height(person):
    global diameter
    deepest = second = 0
    for kid in kids.get(person, []):
        h = height(kid)
        if h > deepest:
            deepest = h
        elif h > second:
            second = h
    diameter = max(diameter, deepest + second)
    return deepest + 1


print(height(top.pop() if top else None), diameter)
