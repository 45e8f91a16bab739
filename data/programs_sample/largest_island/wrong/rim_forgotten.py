from collections import deque


def explore(chart, seen, start):
    """Return size and shoreline of the island at start."""
    queue = deque([start])
    seen.add(start)
    size, shore = 0, 0
    while queue:
        y, x = queue.popleft()
        size += 1
        for ny, nx in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
            if not (0 <= ny < len(chart) and 0 <= nx < len(chart[0])):
                continue
            if chart[ny][nx] == "~":
                shore += 1
            elif (ny, nx) not in seen:
                seen.add((ny, nx))
                queue.append((ny, nx))
    return size, shore


chart = open(0).read().splitlines()
seen = set()
results = [
    explore(chart, seen, (y, x))
    for y in range(len(chart))
    for x in range(len(chart[0]))
    if chart[y][x] == "#" and (y, x) not in seen
]
print(len(results), *max(results, default=(0, 0)))
