import sys


def layers(m):
    if not m or not m[0]:
        return
    yield from m[0]
    for row in m[1:]:
        yield row[-1]
    if len(m) > 1:
        yield from reversed(m[-1][:-1])
    if len(m[0]) > 1:
        for row in reversed(m[1:-1]):
            yield row[0]
    yield from layers([row[1:-1] for row in m[1:-1]])


lines = sys.stdin.readlines()
print(*layers([line.split() for line in lines[1:]]))
