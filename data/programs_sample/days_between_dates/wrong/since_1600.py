import sys

MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(y):
    return y % 4 == 0


def ordinal(text):
    y, m, d = (int(part) for part in text.split("-"))
    days = sum(366 if is_leap(k) else 365 for k in range(1600, y))
    days += sum(MONTHS[:m - 1]) + d
    if m > 2 and is_leap(y):
        days += 1
    return days


for line in sys.stdin:
    start, end = line.split()
    print(ordinal(end) - ordinal(start))
