# Keep only (spent, joy) pairs that no cheaper pair beats.
def merge(states):
    kept = []
    for spent, joy in sorted(states, key=lambda s: (s[0], -s[1])):
        if not kept or joy > kept[-1][1]:
            kept.append((spent, joy))
    return kept


header, *rows = open(0).read().splitlines()
n, limit = map(int, header.split())
frontier = [(0, 0)]
for row in rows[:n]:
    p, j = map(int, row.split())
    frontier = merge(frontier + [(s + p, v + j) for s, v in frontier if s + p <= limit])
print(frontier[-1][1])
