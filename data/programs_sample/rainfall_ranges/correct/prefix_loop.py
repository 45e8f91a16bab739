import sys


def prefix_sums(rain):
    """sums[i] is the rain of the first i days."""
    sums = [0] * (len(rain) + 1)
    for day, amount in enumerate(rain):
        sums[day + 1] = sums[day] + amount
    return sums


def main():
    read = sys.stdin.readline
    _, questions = map(int, read().split())
    sums = prefix_sums([int(x) for x in read().split()])
    for _ in range(questions):
        a, b = map(int, read().split())
        if a > b:
            a, b = b, a
        print(sums[b] - sums[a - 1])


main()
