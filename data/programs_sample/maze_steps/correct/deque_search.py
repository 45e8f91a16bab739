from collections import deque

r, c = map(int, input().split())
maze = [input() for _ in range(r)]
for y in range(r):
    for x in range(c):
        if maze[y][x] == "S":
            start = (y, x)

steps = {start: 0}
queue = deque([start])
answer = "no way"
while queue:
    y, x = queue.popleft()
    if maze[y][x] == "E":
        answer = steps[y, x]
        break
    for ny, nx in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
        if 0 <= ny < r and 0 <= nx < c and maze[ny][nx] != "#" and (ny, nx) not in steps:
            steps[ny, nx] = steps[y, x] + 1
            queue.append((ny, nx))
print(answer)
