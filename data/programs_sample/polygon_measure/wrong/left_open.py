from math import hypot


def measure(xs: list[float], ys: list[float]) -> tuple[float, float]:
    """Area and perimeter of the polygon with these corners."""
    area = 0
    length = 0
    for i in range(len(xs) - 1):
        area += xs[i] * ys[i + 1] - xs[i + 1] * ys[i]
        length += hypot(xs[i + 1] - xs[i], ys[i + 1] - ys[i])
    return abs(area) / 2, length


n = int(input())
xs, ys = [], []
for _ in range(n):
    x, y = map(float, input().split())
    xs.append(x)
    ys.append(y)
print(*measure(xs, ys))
