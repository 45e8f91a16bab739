import sys
from typing import Optional


class Shelf:
    """Sorted weights that can be searched."""

    def __init__(self, weights: list[int]) -> None:
        self.weights = weights

    def first_at_least(self, weight: int) -> Optional[int]:
        low, high = 0, len(self.weights)
        while low < high:
            middle = (low + high) // 2
            if self.weights[middle] < weight:
                low = middle + 1
            else:
                high = middle
        return low + 1 if low < len(self.weights) else None


lines = sys.stdin.read().split("\n")
shelf = Shelf([int(x) for x in lines[1].split()])
for text in lines[2].split():
    place = shelf.first_at_least(int(text))
    print("none" if place is None else place)
