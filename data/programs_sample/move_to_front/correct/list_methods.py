import string
import sys

for line in sys.stdin:
    mode, *items = line.split()
    letters = list(string.ascii_lowercase)
    out = []
    for x in items[0] if mode == "encode" else map(int, items):
        i = letters.index(x) if mode == "encode" else x
        c = letters.pop(i)
        letters.insert(0, c)
        out.append(i if mode == "encode" else c)
    print(*out, sep=" " if mode == "encode" else "")
