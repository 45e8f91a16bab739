from collections import deque

first = input().split()
n, k = int(first[0]), int(first[1])
usable = [True] * (n + 4)
if k > 0:
    for step in input().split():
        usable[int(step)] = False

window = deque([1, 0, 0, 0])
for here in range(n):
    count = window.popleft()
    window.append(0)
    for jump in range(3):
        if usable[here + jump + 1]:
            window[jump] = (window[jump] + count) % (10**9 + 7)
print(window[0])
