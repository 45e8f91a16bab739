from collections import Counter

n = int(input())
rest = [input() for i in range(n)]
while rest:
    first = rest[0]
    letters = Counter(first)
    mates = [w for w in rest if Counter(w) == letters]
    rest = [w for w in rest if w not in mates]
    mates.sort()
    print(" ".join(mates))
