import sys


def lonely(numbers):
    """Return the numbers that occur an odd number of times."""
    odd = set()
    for number in numbers:
        odd ^= {number}
    return sorted(odd)


def main():
    numbers = []
    for line in sys.stdin:
        numbers.extend(map(int, line.split()))
    a, b = lonely(numbers)
    print(a, b)


main()
