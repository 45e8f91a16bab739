from itertools import accumulate

starts = [0] + list(accumulate([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]))


def count(date):
    y, m, d = map(int, date.split("-"))
    p = y - 1
    total = p * 365 + p // 4 - p // 100 + p // 400
    total += starts[m - 1] + d
    if m >= 2 and (y % 400 == 0 or y % 4 == 0 and y % 100 != 0):
        total += 1
    return total


try:
    while True:
        a, b = input().split()
        print(count(b) - count(a))
except EOFError:
    pass
