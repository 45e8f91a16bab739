import sys
from itertools import cycle, groupby


def solve(word: str) -> str:
    groups = sorted(("".join(g) for _, g in groupby(sorted(word))), key=len, reverse=True)
    if len(groups[0]) - 1 > len(word) - len(groups[0]):
        return "impossible"
    columns = [letter for letter in groups[0]]
    slots = cycle(range(len(columns)))
    for letter in "".join(groups[1:]):
        columns[next(slots)] += letter
    return "".join(columns)


print(solve(sys.stdin.read().strip()))
