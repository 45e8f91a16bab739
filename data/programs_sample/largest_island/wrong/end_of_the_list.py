import sys

sea = [line.strip() for line in sys.stdin]
h, w = len(sea), len(sea[0])
done = set()
islands = []
for y in range(h):
    for x in range(w):
        if sea[y][x] == "#" and (y, x) not in done:
            stack, size, shore = [(y, x)], 0, 0
            while stack:
                p = stack.pop()
                done.add(p)
                size += 1
                for q in ((p[0] + 1, p[1]), (p[0] - 1, p[1]), (p[0], p[1] + 1), (p[0], p[1] - 1)):
                    inside = 0 <= q[0] < h and 0 <= q[1] < w
                    if not inside or sea[q[0]][q[1]] == "~":
                        shore += 1
                    elif q not in done and q not in stack:
                        stack.append(q)
            islands.append((size, shore))
islands.sort()
print(len(islands), *(islands[0] if islands else (0, 0)))
