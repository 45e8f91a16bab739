import sys


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def day_number(text):
    """Days since the first of January of the year 1."""
    year, month, day = map(int, text.split("-"))
    before = year - 1
    number = 365 * before + before // 4 - before // 100 + before // 400
    lengths = [31, 29 if leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return number + sum(lengths[:month - 1]) + day


for line in sys.stdin.read().splitlines():
    first, second = line.split()
    print(day_number(second) - day_number(first))
