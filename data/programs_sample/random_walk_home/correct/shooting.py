from fractions import Fraction

text = input().split()
n, start = map(int, text[:2])
p = Fraction(text[2])


def shoot(first, cost):
    """Follow the equation v[i] = p v[i+1] + (1-p) v[i-1] + cost upwards from v[0] = 0, v[1] = first."""
    values = [Fraction(0), Fraction(first)]
    while len(values) < n + 2:
        values.append((values[-1] - (1 - p) * values[-2] - cost) / p)
    return values


# Any two solutions differ by a multiple of the one without cost, so one shot and a correction hit the end.
free = shoot(1, 0)
paid = shoot(0, 1)
factor = -paid[-1] / free[-1]
print(float(free[start] / free[-1]))
print(float(paid[start] + factor * free[start]))
