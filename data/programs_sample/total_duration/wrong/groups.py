import re
import sys


def seconds_of(line: str) -> int:
    """Length of a duration in seconds, -1 when it is invalid."""
    match = re.fullmatch("([0-9]+h)?([0-9]+m)?([0-9]+s)?", line)
    if match is None:
        return -1
    factors = (3600, 60, 1)
    return sum(int(part[:-1]) * f for part, f in zip(match.groups(), factors) if part)


lengths = [seconds_of(line) for line in sys.stdin.read().splitlines() if line]
total = sum(x for x in lengths if x >= 0)
print(total // 3600, total // 60 % 60, total % 60, sep=":")
print(lengths.count(-1))
