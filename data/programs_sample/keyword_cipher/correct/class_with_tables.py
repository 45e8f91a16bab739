import string
import sys


class Cipher:
    """One translation table for each letter of the key."""

    def __init__(self, keyword, backwards):
        self.tables = [self.table(ord(c) - ord("a"), backwards) for c in keyword]

    @staticmethod
    def table(shift, backwards):
        low, up = string.ascii_lowercase, string.ascii_uppercase
        plain = low + up
        moved = low[shift:] + low[:shift] + up[shift:] + up[:shift]
        return str.maketrans(moved, plain) if backwards else str.maketrans(plain, moved)

    def apply(self, text):
        used = 0
        for ch in text:
            yield ch.translate(self.tables[used % len(self.tables)])
            used += ch in string.ascii_letters


first, text = sys.stdin.read().splitlines()[:2]
mode, keyword = first.split()
print("".join(Cipher(keyword, mode == "decrypt").apply(text)))
