import sys

y, m = map(int, sys.stdin.read().split())
leap = y % 400 == 0 or (y % 4 == 0 and y % 100 != 0)
length = [31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
p = y - 1
first = (p * 365 + p // 4 - p // 100 + p // 400 + sum(length[:m - 1])) % 7
cells = ["--"] * first + [str(d) for d in range(1, length[m - 1] + 1)]
cells += ["--"] * (-len(cells) % 7)
for i in range(0, len(cells), 7):
    print(" ".join(cells[i:i + 7]))
