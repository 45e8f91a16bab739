import sys
from itertools import accumulate


def minutes(clock: str) -> int:
    """Minutes since midnight."""
    hours, rest = clock.split(":")
    return 60 * int(hours) + int(rest)


def rooms_needed(meetings: list[tuple[int, int]]) -> int:
    change = [0] * (24 * 60 + 1)
    for start, end in meetings:
        change[start] += 1
        change[end] -= 1
    return max(accumulate(change))


tokens = sys.stdin.read().split()[1:]
times = [minutes(token) for token in tokens]
print(rooms_needed(list(zip(times[::2], times[1::2]))))
