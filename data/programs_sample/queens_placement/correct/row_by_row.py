n, row, column = map(int, input().split())
row -= 1
column -= 1
places = [None] * n
places[row] = column


def safe(r, c):
    for other in range(n):
        d = places[other]
        if other != r and d is not None and (d == c or abs(d - c) == abs(other - r)):
            return False
    return True


def solve(r):
    if r == n:
        return True
    if r == row:
        return solve(r + 1)
    for c in range(n):
        if safe(r, c):
            places[r] = c
            if solve(r + 1):
                return True
            places[r] = None
    return False


if solve(0):
    for c in places:
        print("." * c + "Q" + "." * (n - c - 1))
else:
    print("impossible")
