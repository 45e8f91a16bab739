from collections import deque

window = deque(maxlen=int(input()))
for item in input().split():
    if item == "reset":
        window.clear()
    else:
        window.append(float(item))
        print(sum(window) / len(window))
