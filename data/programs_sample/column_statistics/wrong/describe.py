from math import fsum, sqrt


def describe(values: list[float]) -> tuple[float, float, float]:
    """Mean, median and standard deviation."""
    n = len(values)
    mean = fsum(values) / n
    values = sorted(values)
    median = values[n // 2]
    variance = fsum((v - mean) ** 2 for v in values) / n
    return mean, median, sqrt(variance)


input()
print(*describe([float(x) for x in input().split()]))
