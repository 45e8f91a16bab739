import sys

rows = sys.stdin.read().splitlines()
n, q = map(int, rows[0].split())
rain = [int(x) for x in rows[1].split()]
out = []
for row in rows[2:2 + q]:
    a, b = map(int, row.split())
    if b < a:
        a, b = b, a
    s = 0
    for day in range(a - 1, b):
        s += rain[day]
    out.append(s)
print(*out, sep="\n")
