n, m = map(int, input().split())
stacks = [[], [], []]
source, goal, spare = 0, 2, 1
for disc in range(n, 0, -1):
    half = 1 << disc - 1
    if m < half:
        stacks[source].append(disc)
        goal, spare = spare, goal
    else:
        stacks[goal].append(disc)
        m -= half
        if m == half - 1:
            source, spare = spare, source
for name, stack in zip("ABC", stacks):
    print(name + ":", *stack)
