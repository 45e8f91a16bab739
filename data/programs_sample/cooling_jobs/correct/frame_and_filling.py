from itertools import groupby

pause = int(input())
counts = sorted(len(list(group)) for _, group in groupby(sorted(input().strip())))
if not counts:
    print(0)
else:
    top = counts.pop()
    # The most frequent glaze leaves top - 1 gaps of `pause` days; the others fill them.
    idle = (top - 1) * pause
    for count in counts:
        idle -= min(count, top - 1)
    print(top + sum(counts) + max(0, idle))
