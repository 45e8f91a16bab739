import sys
from itertools import product

rule, steps, row = sys.stdin.read().split()
bits = bin(int(rule))[2:].zfill(8)[::-1]
new_cell = {}
for a, b, c in product((0, 1), repeat=3):
    new_cell[".#"[a] + ".#"[b] + ".#"[c]] = ".#"[int(bits[a + 2 * b + 4 * c])]
history = [row]
for _ in range(int(steps)):
    padded = f".{history[-1]}."
    history.append("".join(new_cell[x + y + z] for x, y, z in zip(padded, padded[1:], padded[2:])))
print("\n".join(history))
