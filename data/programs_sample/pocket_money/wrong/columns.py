import sys
from typing import List


def knapsack(weights: List[int], values: List[int], capacity: int) -> int:
    """Return the greatest value that fits the capacity."""
    best = {0: 0}
    for weight, value in zip(weights, values):
        for used, gained in list(best.items()):
            total = used + weight
            if total <= capacity and best.get(total, -1) < gained + value:
                best[total] = gained + value
    return max(best.values())


rows = [line.split() for line in sys.stdin if line.strip()]
n, capacity = map(int, rows[0])
values = [int(row[0]) for row in rows[1:]]
weights = [int(row[1]) for row in rows[1:]]
print(knapsack(weights, values, capacity))
