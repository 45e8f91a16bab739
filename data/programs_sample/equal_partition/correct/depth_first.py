from functools import cache
from itertools import accumulate

stones = sorted(map(int, input().split()), reverse=True)
rest = [0] + list(accumulate(reversed(stones)))
rest.reverse()


@cache
def split(i: int, difference: int) -> bool:
    """Can stones[i:] even out the difference between the two heaps?"""
    if difference > rest[i]:
        return False
    if i == len(stones):
        return difference == 0
    return split(i + 1, abs(difference - stones[i])) or split(i + 1, difference + stones[i])


if split(0, 0):
    print("YES", sum(stones) // 2)
else:
    print("NO")
