import re
import sys
from itertools import repeat, chain

program, count, *coordinates = sys.stdin.read().split()
walls = {complex(int(a), int(b)) for a, b in zip(coordinates[::2], coordinates[1::2])}
pairs = re.findall("([0-9]*)([FBLR])", program)
z, d = 0j, 1j
for letter in chain.from_iterable(repeat(c, int(n or 1)) for n, c in pairs):
    if letter in "LR":
        d = d / 1j if letter == "R" else d * -1j
    else:
        step = d if letter == "F" else -d
        z = z if z + step in walls else z + step
names = {1j: "N", 1: "E", -1j: "S", -1: "W"}
print(int(z.real), int(z.imag), names[d])
