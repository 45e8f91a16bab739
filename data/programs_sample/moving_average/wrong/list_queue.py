import sys

k = int(sys.stdin.readline())
queue = []
for word in sys.stdin.readline().split():
    if word == "reset":
        queue = []
        continue
    queue.append(float(word))
    if len(queue) > k:
        queue.pop(0)
    print(sum(queue) / k)
