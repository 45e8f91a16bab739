from math import dist

Point = tuple[float, float]


def signed_triangle(a: Point, b: Point, c: Point) -> float:
    return ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def area(corners: list[Point]) -> float:
    """Add the signed triangles of a fan around the first corner."""
    first = corners[0]
    return abs(sum(signed_triangle(first, b, c) for b, c in zip(corners[1:], corners[2:])))


def perimeter(corners: list[Point]) -> float:
    return sum(dist(corners[i - 1], corners[i]) for i in range(len(corners)))


numbers = [float(t) for t in open(0).read().split()[1:]]
field = list(zip(numbers[::2], numbers[1::2]))
print(area(field), perimeter(field), sep="\n")
