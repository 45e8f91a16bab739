from functools import reduce

n, k, c = (int(w) for w in open(0).read().split())
survivor = reduce(lambda place, size: (place + k) % size, range(2, n + 1), 0) + 1

# Follow the place of child c, counted from where the counting starts.
place, size, turn = c - 1, n, 1
while place != (k - 1) % size:
    place = (place - k) % size
    size -= 1
    turn += 1
print(survivor, turn)
