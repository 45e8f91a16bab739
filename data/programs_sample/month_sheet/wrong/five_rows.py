import calendar


def sheet(year: int, month: int) -> list[str]:
    """The month as text, one line a week."""
    blanks, length = calendar.monthrange(year, month)
    lines = []
    for row in range(5):
        days = range(7 * row - blanks + 1, 7 * row - blanks + 8)
        if days[0] <= length:
            lines.append(" ".join(str(day) if 1 <= day <= length else "--" for day in days))
    return lines


year, month = [int(x) for x in input().split()]
print("\n".join(sheet(year, month)))
