import sys


def solve(cooling: int, pots: str) -> int:
    """Return how many days the pots take."""
    if not pots:
        return 0
    top = max(pots.count(letter) for letter in set(pots))
    frame = (top - 1) * (cooling + 1) + 1
    return max(frame, len(pots))


text = sys.stdin.read().split("\n")
print(solve(int(text[0]), text[1].strip()))
