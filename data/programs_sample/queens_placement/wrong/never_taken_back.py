def attacked(queens, row, column):
    """Is the field in reach of a queen?"""
    return any(column == c or abs(row - r) == abs(column - c) for r, c in queens)


def place(queens, rows, n):
    if not rows:
        return True
    for column in range(n):
        if not attacked(queens, rows[0], column):
            queens.append((rows[0], column))
            if place(queens, rows[1:], n):
                return True
    return False


n, row, column = [int(t) for t in input().split()]
queens = [(row - 1, column - 1)]
rows = [r for r in range(n) if r != row - 1]
if place(queens, rows, n):
    for r, c in sorted(queens):
        print("." * c + "Q" + "." * (n - 1 - c))
else:
    print("impossible")
