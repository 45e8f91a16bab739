def neighbours(board, i, j):
    count = 0
    for di in (-1, 0, 1):
        for dj in (-1, 0, 1):
            if (di, dj) != (0, 0):
                y, x = i + di, j + dj
                if 0 <= y < len(board) and 0 <= x < len(board[0]):
                    count += board[y][x] == "O"
    return count


r, c, g = map(int, input().split())
board = [list(input().strip()) for _ in range(r)]
for _ in range(g):
    new = [["."] * c for _ in range(r)]
    for i in range(r):
        for j in range(c):
            k = neighbours(board, i, j)
            if k == 3 or (k == 2 and board[i][j] == "O"):
                new[i][j] = "O"
    board = new
for row in board:
    print("".join(row))
