import sys

sys.setrecursionlimit(100000)
chart = [list(line) for line in sys.stdin.read().splitlines()]


def flood(y, x):
    if y < 0 or x < 0 or y >= len(chart) or x >= len(chart[y]):
        return 0, 1
    sign = chart[y][x]
    if sign != "#":
        return 0, int(sign == "~")
    chart[y][x] = "+"
    size, shore = 1, 0
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        s, e = flood(y + dy, x + dx)
        size += s
        shore += e
    return size, shore


count = top = edge = 0
for y in range(len(chart)):
    for x in range(len(chart[y])):
        if chart[y][x] == "#":
            count += 1
            size, shore = flood(y, x)
            if size > top:
                top, edge = size, shore
print(count, top, edge)
