import sys
from datetime import date


def parse(text: str) -> date:
    """Turn YYYY-MM-DD into a date."""
    year, month, day = text.split("-")
    return date(int(year), int(month), int(day))


for line in sys.stdin.read().splitlines():
    first, second = line.split()
    print(abs(parse(second) - parse(first)).days)
