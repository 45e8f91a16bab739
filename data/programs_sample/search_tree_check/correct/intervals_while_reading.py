import sys

# Each open place for a node is the interval that its number has to fall into.
INF = float("inf")
places = [(-INF, INF)]
ok = True
for token in sys.stdin.read().split():
    low, high = places.pop(0)
    if token == "-":
        continue
    number = int(token)
    ok = ok and low < number < high
    places.append((low, number))
    places.append((number, high))
print("yes" if ok else "no")
