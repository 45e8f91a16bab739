import calendar
import sys
from typing import NamedTuple


class Day(NamedTuple):
    year: int
    month: int
    day: int

    def within_year(self) -> int:
        months = range(1, self.month)
        return self.day + sum(calendar.monthrange(self.year, m)[1] for m in months)


def distance(a: Day, b: Day) -> int:
    if a > b:
        return -distance(b, a)
    days = sum(366 if calendar.isleap(y) else 365 for y in range(a.year, b.year))
    return days + b.within_year() - a.within_year()


for row in sys.stdin:
    one, two = (Day(*map(int, part.split("-"))) for part in row.split())
    print(distance(one, two))
