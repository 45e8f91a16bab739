import sys
from collections import deque

lines = sys.stdin.read().splitlines()
size = int(lines[0])
order, store = deque(), {}
for line in lines[1:]:
    words = line.split()
    name = words[1]
    if words[0] == "get":
        print(store.get(name, "miss"))
    elif words[0] == "has":
        print("yes" if name in store else "no")
    else:
        if name in store:
            order.remove(name)
        elif len(store) == size:
            gone = order.popleft()
            del store[gone]
            print("drop", gone)
        order.append(name)
        store[name] = words[2]
