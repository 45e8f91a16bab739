import re
import sys
from itertools import groupby


def encode(word):
    parts = []
    for letter, run in groupby(word):
        n = len(list(run))
        parts.append(f"{n}{letter}" if n > 1 else letter)
    return "".join(parts)


def decode(code):
    return "".join(letter * int(n or 1) for n, letter in re.findall(r"(\d*)(\D)", code))


for line in sys.stdin:
    command, text = line.split()
    print(encode(text) if command == "E" else decode(text))
