import re
import sys

text, m, *rest = sys.stdin.read().split()
numbers = list(map(int, rest))
walls = set(zip(numbers[::2], numbers[1::2]))
text = re.sub(r"(\d+)(\w)", lambda g: g[2] * int(g[1]), text)
x = y = d = 0
for c in text:
    d += {"L": 3, "R": 1}.get(c, 0)
    s = {"F": 1, "B": -1}.get(c, 0)
    nx = x + s * (0, 1, 0, -1)[d % 4]
    ny = y + s * (1, 0, -1, 0)[d % 4]
    if (nx, ny) not in walls:
        x, y = nx, ny
print(x, y, "NESW"[d % 4])
