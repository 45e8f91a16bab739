import sys


class Walls:
    def __init__(self, heights: list[int]) -> None:
        self.heights = heights

    def water(self) -> int:
        left, right = 0, len(self.heights) - 1
        left_max = right_max = 0
        total = 0
        while left < right:
            left_max = max(left_max, self.heights[left])
            right_max = max(right_max, self.heights[right])
            if left_max > right_max:
                total += left_max - self.heights[left]
                left += 1
            else:
                total += right_max - self.heights[right]
                right -= 1
        return total


lines = sys.stdin.read().splitlines()
print(Walls([int(x) for x in lines[1].split()]).water())
