n, row, column = map(int, open(0).read().split())
queens = {row: column}
for r in range(1, n + 1):
    if r == row:
        continue
    for c in range(1, n + 1):
        if all(c != qc and abs(c - qc) != abs(r - qr) for qr, qc in queens.items()):
            queens[r] = c
            break
if len(queens) < n:
    print("impossible")
else:
    for r in range(1, n + 1):
        print(*["Q" if queens[r] == c else "." for c in range(1, n + 1)], sep="")
