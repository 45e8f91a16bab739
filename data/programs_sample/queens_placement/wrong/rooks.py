import sys

sys.setrecursionlimit(1000)
n, fr, fc = map(int, input().split())
board = {fr: fc}


def fits(r, c):
    return all(c != d and r - c != q - d for q, d in board.items())


def fill(r):
    if r > n:
        return True
    if r in board:
        return fill(r + 1)
    for c in range(1, n + 1):
        if fits(r, c):
            board[r] = c
            if fill(r + 1):
                return True
            del board[r]
    return False


if fill(1):
    for r in sorted(board):
        print("".join(".Q"[c == board[r]] for c in range(1, n + 1)))
else:
    print("impossible")
