import sys


def count_stretches(numbers: list[int], k: int) -> int:
    """One pass with a table of the sums so far."""
    seen: dict[int, int] = {}
    total = 0
    found = 0
    for number in numbers:
        total += number
        found += seen.get(total - k, 0)
        seen[total] = seen.get(total, 0) + 1
    return found


data = list(map(int, sys.stdin.read().split()))
print(count_stretches(data[2:], data[1]))
