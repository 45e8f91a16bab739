import sys


def can_split(stones):
    """Return the weight of each half, or None."""
    half, odd = divmod(sum(stones), 2)
    if odd:
        return None
    reachable = {0}
    for stone in stones:
        reachable |= {r + stone for r in reachable if r + stone <= half}
    return half if half in reachable else None


answer = can_split([int(t) for t in sys.stdin.read().split()])
print("NO" if answer is None else f"YES {answer}")
