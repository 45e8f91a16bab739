import sys

lines = sys.stdin.read().split("\n")
r, c, g = [int(x) for x in lines[0].split()]
b = [list(line) for line in lines[1:r + 1]]


def alive(i, j):
    try:
        return b[i][j] == "O"
    except IndexError:
        return False


for _ in range(g):
    n = [[sum(alive(i + p, j + q) for p in (-1, 0, 1) for q in (-1, 0, 1) if p or q) for j in range(c)] for i in range(r)]
    b = [["O" if n[i][j] == 3 or n[i][j] == 2 and b[i][j] == "O" else "." for j in range(c)] for i in range(r)]
for row in b:
    print("".join(row))
