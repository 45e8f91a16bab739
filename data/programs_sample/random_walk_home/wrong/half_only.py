from typing import Tuple


def ruin(n: int, i: int, p: float) -> Tuple[float, float]:
    """Return the probability of getting home and the expected number of steps."""
    ratio = (1 - p) / p
    home = (1 - ratio**i) / (1 - ratio ** (n + 1))
    return home, (i - (n + 1) * home) / (1 - 2 * p)


n, i, p = input().split()
chance, steps = ruin(int(n), int(i), float(p))
print(f"{chance:.12f} {steps:.12f}")
