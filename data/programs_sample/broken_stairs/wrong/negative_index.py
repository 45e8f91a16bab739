from typing import Set


def ways_up(n: int, broken: Set[int]) -> int:
    """Count the ways up to step n without touching a broken step."""
    table = [0] * (n + 1)
    table[0] = 1
    for i in range(1, n + 1):
        if i not in broken:
            table[i] = table[i - 1] + table[i - 2] + table[i - 3]
            table[i] %= 1_000_000_007
    return table[n]


n, k = map(int, input().split())
print(ways_up(n, set(map(int, input().split())) if k else set()))
