from collections import deque

n, k = (int(x) for x in input().split())
line = deque()
for _ in range(n):
    who, number = input().split()
    line.append([who, int(number)])
minutes = 0
while line:
    person = line.popleft()
    step = min(k, person[1])
    person[1] -= step
    minutes += step
    if person[1] > 0:
        line.appendleft(person)
    else:
        print(person[0], minutes)
