from datetime import date, timedelta


def weeks(year: int, month: int):
    """Yield the weeks of a month, beginning with the Monday of its first one."""
    day = date(year, month, 1)
    day -= timedelta(days=day.weekday())
    while (day.year, day.month) <= (year, month):
        yield [day + timedelta(days=i) for i in range(7)]
        day += timedelta(weeks=1)


def main() -> None:
    year, month = map(int, input().split())
    for week in weeks(year, month):
        print(" ".join(str(d.day) if d.month == month else "--" for d in week))


main()
