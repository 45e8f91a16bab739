import sys


def solve(word):
    """Collect letters until one repeats, then begin again."""
    current = set()
    best = 0
    for letter in word:
        if letter in current:
            current = {letter}
        else:
            current.add(letter)
        best = max(best, len(current))
    return best


print(solve(sys.stdin.readline().strip()))
