from collections import deque

ropes = deque(sorted(int(word) for word in open(0).read().split(",")))
cost = 0
while len(ropes) > 1:
    first, second = ropes.popleft(), ropes.popleft()
    joint = first + second
    cost += joint
    if ropes and joint > ropes[-1]:
        ropes.append(joint)
    else:
        ropes.appendleft(joint)
print(cost)
