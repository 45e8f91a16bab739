import sys

groups: dict[str, set[str]] = {}
lines = sys.stdin.read().splitlines()
for line in lines[1:]:
    name = line.strip()
    letters = "".join(sorted(name))
    if letters not in groups:
        groups[letters] = set()
    groups[letters].add(name)

for letters, names in groups.items():
    print(*sorted(names), sep=" ")
