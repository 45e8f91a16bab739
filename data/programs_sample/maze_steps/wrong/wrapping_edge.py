import sys
from queue import Queue

data = sys.stdin.read().split()
maze = data[2:]
queue = Queue()
for y, line in enumerate(maze):
    for x, sign in enumerate(line):
        if sign == "S":
            queue.put((y, x, 0))
seen = set()
answer = None
while not queue.empty():
    y, x, steps = queue.get()
    if (y, x) in seen:
        continue
    seen.add((y, x))
    if maze[y][x] == "E":
        answer = steps
        break
    for dy, dx in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        ny, nx = y + dy, x + dx
        if ny < len(maze) and nx < len(maze[0]) and maze[ny][nx] != "#":
            queue.put((ny, nx, steps + 1))
print(answer if answer is not None else "no way")
