from typing import List


def divide(weights: List[int]) -> str:
    """Look for a place where both sides weigh the same."""
    total = sum(weights)
    left = 0
    for weight in [0] + sorted(weights):
        left += weight
        if 2 * left == total:
            return f"YES {left}"
    return "NO"


print(divide([int(w) for w in input().split()]))
