import sys

chart = sys.stdin.read().split()
height, width = len(chart), len(chart[0])
seen = [[False] * width for _ in range(height)]
islands = []
for y in range(height):
    for x in range(width):
        if chart[y][x] != "#" or seen[y][x]:
            continue
        size = shore = 0
        stack = [(y, x)]
        seen[y][x] = True
        while stack:
            i, j = stack.pop()
            size += 1
            for a, b in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
                if not (0 <= a < height and 0 <= b < width) or chart[a][b] != "#":
                    shore += 1
                elif not seen[a][b]:
                    seen[a][b] = True
                    stack.append((a, b))
        islands.append((size, shore))
print(len(islands), *max(islands, default=(0, 0)))
