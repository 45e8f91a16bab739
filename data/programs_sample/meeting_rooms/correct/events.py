import sys

lines = sys.stdin.read().splitlines()
events = []
for line in lines[1:]:
    start, end = line.split()
    events.append((start, 1))
    events.append((end, -1))
rooms = best = 0
for _, change in sorted(events):
    rooms += change
    best = max(best, rooms)
print(best)
