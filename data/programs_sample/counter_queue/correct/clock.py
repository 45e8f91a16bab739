from collections import deque

lines = open(0).read().split("\n")
queue = deque(int(t) for t in lines[1].split())
rest = [0] * int(lines[0])
done = [0] * len(rest)
clock = 0
while queue or any(rest):
    for i in range(len(rest)):
        while rest[i] == 0 and queue:
            rest[i] = queue.popleft()
            done[i] += 1
    step = min([r for r in rest if r], default=0)
    clock += step
    rest = [max(0, r - step) for r in rest]
print(clock, max(range(len(done)), key=done.__getitem__) + 1)
