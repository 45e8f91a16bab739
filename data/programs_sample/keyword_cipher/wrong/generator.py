import sys
from itertools import cycle

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def encode(text, keyword, direction):
    """Yield the text with its letters moved."""
    shifts = cycle([ALPHABET.find(c) + 1 for c in keyword])
    for ch in text:
        if not ch.isalpha():
            yield ch
            continue
        here = ALPHABET.find(ch.lower())
        moved = ALPHABET[(here + direction * next(shifts)) % len(ALPHABET)]
        yield moved.upper() if ch.isupper() else moved


lines = sys.stdin.read().splitlines()
mode, keyword = lines[0].split()
print("".join(encode(lines[1], keyword, -1 if mode == "decrypt" else 1)))
