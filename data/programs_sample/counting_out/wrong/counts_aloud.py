from queue import SimpleQueue

n, k, c = [int(t) for t in open(0).read().split()]
circle = SimpleQueue()
for child in range(1, n + 1):
    circle.put(child)
turn = {}
for number in range(1, n + 1):
    for _ in range(k - 1):
        circle.put(circle.get())
    last = circle.get()
    turn[last] = number
print(last, turn[c])
