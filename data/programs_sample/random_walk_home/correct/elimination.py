import sys
from fractions import Fraction


def solve(n, p):
    """Solve v[i] = p v[i+1] + (1-p) v[i-1] + c from the left, for home (c=0) and steps (c=1)."""
    home, steps = [], []
    for values, cost, end in ((home, 0, 1), (steps, 1, 0)):
        # v[i] = a * v[i + 1] + b
        pairs = [(Fraction(0), Fraction(0))]
        for _ in range(n):
            a, b = pairs[-1]
            scale = 1 - (1 - p) * a
            pairs.append((p / scale, ((1 - p) * b + cost) / scale))
        v = Fraction(end)
        for a, b in reversed(pairs[1:]):
            v = a * v + b
            values.append(v)
    return home[::-1], steps[::-1]


n, i, p = sys.stdin.read().split()
home, steps = solve(int(n), Fraction(p))
print(float(home[int(i) - 1]), float(steps[int(i) - 1]))
