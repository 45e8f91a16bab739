n, m = map(int, input().split())
pegs = {"A": [], "B": [], "C": []}
source, spare, goal = "A", "B", "C"
for disc in range(n, 0, -1):
    half = 2 ** (disc - 1)
    if m >= half:
        pegs[goal].append(disc)
        m -= half
        source, spare = spare, source
    else:
        pegs[source].append(disc)
        spare, goal = goal, spare
for name in "ABC":
    print(name + ":", *pegs[name])
