from math import sqrt
from typing import List, Tuple


def factorise(n: int) -> List[Tuple[int, int]]:
    """Return (prime, exponent) pairs of n in rising order."""
    result = []
    for candidate in range(2, int(sqrt(n)) + 1):
        exponent = 0
        while n % candidate == 0:
            n //= candidate
            exponent += 1
        if exponent:
            result.append((candidate, exponent))
    return result


number = int(input())
pairs = factorise(number) or [(number, 1)]
print(" * ".join(str(p) if e == 1 else f"{p}^{e}" for p, e in pairs))
