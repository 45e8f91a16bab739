import sys


def main():
    lines = sys.stdin.read().splitlines()[1:]
    sign = {complex(x, y): s for y, line in enumerate(lines) for x, s in enumerate(line.strip())}
    free = {p for p, s in sign.items() if s != "#"}
    goal = next(p for p in free if sign[p] == "E")
    front = {p for p in free if sign[p] == "S"}
    steps = 0
    while front:
        if goal in front:
            return steps
        free -= front
        front = {p + d for p in front for d in (1, -1, 1j, -1j)} & free
        steps += 1
    return "no way"


print(main())
