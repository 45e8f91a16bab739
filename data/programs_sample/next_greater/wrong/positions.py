import sys
from typing import Dict, List


def next_warmer(values: List[int]) -> List[int]:
    """For each day, find the first later day that is warmer."""
    found: Dict[int, int] = {}
    pending: List[int] = []
    for index, value in enumerate(values):
        while pending and values[pending[-1]] < value:
            found[pending.pop()] = index
        pending.append(index)
    return [found.get(index, 0) for index in range(len(values))]


lines = sys.stdin.read().splitlines()
temperatures = [int(x) for x in lines[1].split()]
print(*next_warmer(temperatures))
