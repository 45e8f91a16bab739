import sys


def distance(a: str, b: str) -> int:
    """Levenshtein distance with two rows of the table."""
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        current = [i]
        for j, y in enumerate(b, start=1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


lines = sys.stdin.read().split("\n")
print(distance(lines[0].strip(), lines[1].strip()))
