rows, cols = map(int, input().split())
width = cols + 2
flat = "#" * width
for _ in range(rows):
    flat += "#" + input().strip() + "#"
flat += "#" * width

# One list serves as the queue: `head` runs after its end.
start, goal = flat.index("S"), flat.index("E")
distance = [-1] * len(flat)
distance[start] = 0
queue = [start]
head = 0
while head < len(queue):
    here = queue[head]
    head += 1
    for there in (here - 1, here + 1, here - width, here + width):
        if flat[there] != "#" and distance[there] < 0:
            distance[there] = distance[here] + 1
            queue.append(there)
print(distance[goal] if distance[goal] >= 0 else "no way")
