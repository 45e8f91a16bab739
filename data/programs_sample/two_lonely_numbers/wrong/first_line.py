from collections import defaultdict
from typing import Dict, List


def odd_ones(numbers: List[int]) -> List[int]:
    """Return the values that occur an odd number of times, in rising order."""
    occurrences: Dict[int, int] = defaultdict(int)
    for number in numbers:
        occurrences[number] += 1
    return sorted(value for value, count in occurrences.items() if count % 2 != 0)


print(*odd_ones([int(t) for t in input().split()]))
