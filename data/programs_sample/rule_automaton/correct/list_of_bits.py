import sys
from typing import List


def step(cells: List[int], rule: int) -> List[int]:
    """The next generation of the row."""
    n = len(cells)
    after = []
    for i in range(n):
        left = cells[i - 1] if i > 0 else 0
        right = cells[i + 1] if i + 1 < n else 0
        pattern = 4 * left + 2 * cells[i] + right
        after.append((rule >> pattern) & 1)
    return after


def show(cells: List[int]) -> str:
    return "".join(".#"[c] for c in cells)


first, second = sys.stdin.read().splitlines()[:2]
rule, steps = map(int, first.split())
cells = [int(c == "#") for c in second]
print(show(cells))
for _ in range(steps):
    cells = step(cells, rule)
    print(show(cells))
