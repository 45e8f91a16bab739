import sys

r, t, s = sys.stdin.read().split()
r, t, w = int(r), int(t), len(s)
mask = (1 << w) - 1
x = int(s.translate(str.maketrans(".#", "01")), 2)
for _ in range(t + 1):
    print(f"{x:0{w}b}".translate(str.maketrans("01", ".#")))
    y = 0
    for p in range(8):
        if r >> p & 1:
            left = x >> 1 if p & 4 else ~(x >> 1)
            here = x if p & 2 else ~x
            right = x << 1 if p & 1 else ~(x << 1)
            y |= left & here & right
    x = y & mask
