import sys


def measure(corners):
    """Return area and perimeter of the polygon."""
    double, length = 0.0, 0.0
    for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1]):
        double += x1 * y2 - x2 * y1
        length += ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5
    return double / 2, length


tokens = list(map(float, sys.stdin.read().split()[1:]))
pairs = [(tokens[i], tokens[i + 1]) for i in range(0, len(tokens), 2)]
print(*measure(pairs))
