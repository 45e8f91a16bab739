from collections import Counter

lines = open(0).read().splitlines()
n, m = map(int, lines[0].split())
rules = {tuple(map(int, line.split())) for line in lines[1:m + 1]}
waits = Counter(b for _, b in rules)
if any((b, a) in rules for a, b in rules) or n and all(waits[v] for v in range(1, n + 1)):
    print("impossible")
else:
    print(*sorted(range(1, n + 1), key=lambda v: waits[v]))
