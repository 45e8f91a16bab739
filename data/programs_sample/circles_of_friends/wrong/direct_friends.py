# circle[name] is the name of the circle that somebody belongs to.
import sys
from collections import defaultdict

lines = sys.stdin.read().splitlines()
n = int(lines[0].split()[0])
friends = defaultdict(set)
circle = {}
for line in lines[1:]:
    a, b = line.split()
    friends[a].add(b)
    friends[b].add(a)
    ca, cb = circle.get(a, a), circle.get(b, b)
    circle.setdefault(a, a)
    circle.setdefault(b, b)
    if ca != cb:
        n -= 1
        for name, c in circle.items():
            if c == cb:
                circle[name] = ca
    print(n, max(len(f) for f in friends.values()) + 1)
