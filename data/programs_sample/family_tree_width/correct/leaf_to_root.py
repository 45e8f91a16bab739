import sys

tokens = sys.stdin.read().split()
above = dict(zip(tokens[1::2], tokens[2::2]))


def ancestors(person):
    line = [person]
    while line[-1] in above:
        line.append(above[line[-1]])
    return line


people = set(above) | set(above.values()) | ({"?"} if not above else set())
lines = {p: ancestors(p) for p in people}
generations = max(map(len, lines.values()))

# longest[p][c]: how far down it goes from p through its child c.
longest = {p: {} for p in people}
for line in lines.values():
    for depth, (child, parent) in enumerate(zip(line, line[1:]), start=1):
        longest[parent][child] = max(depth, longest[parent].get(child, 0))
distance = max(sum(sorted(ways.values())[-2:]) for ways in longest.values())
print(generations, distance)
