from itertools import cycle
from string import ascii_lowercase as abc

mode, key = input().split()
sign = 1 if mode == "encrypt" else -1
keys = cycle(key)
out = []
for c in input():
    if c.lower() in abc:
        moved = abc[(abc.index(c.lower()) + sign * abc.index(next(keys))) % 26]
        out.append(moved.upper() if c.isupper() else moved)
    else:
        out.append(c)
print("".join(out))
