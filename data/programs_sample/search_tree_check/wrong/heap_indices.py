import sys


def numbers(entries, i):
    """Return the numbers of the subtree at place i from left to right."""
    if i >= len(entries) or entries[i] == "-":
        return []
    middle = [int(entries[i])]
    return numbers(entries, 2 * i + 1) + middle + numbers(entries, 2 * i + 2)


entries = sys.stdin.readline().split()
order = numbers(entries, 0)
rising = all(x < y for x, y in zip(order, order[1:]))
print("yes" if rising else "no")
