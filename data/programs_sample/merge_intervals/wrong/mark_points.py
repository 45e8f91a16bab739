import sys

data = [int(t) for t in sys.stdin.read().split()][1:]
covered = set()
for a, b in zip(data[::2], data[1::2]):
    covered.update(range(a, b + 1))
for x in sorted(covered):
    if x - 1 not in covered:
        start = x
    if x + 1 not in covered:
        print(start, x)
