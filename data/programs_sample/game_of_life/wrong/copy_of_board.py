import copy


def count(board, y, x):
    total = 0
    for i in range(max(0, y - 1), min(len(board), y + 2)):
        for j in range(max(0, x - 1), min(len(board[0]), x + 2)):
            if (i, j) != (y, x) and board[i][j] == "O":
                total += 1
    return total


def evolve(board):
    """One generation of the whole board."""
    result = copy.copy(board)
    for y in range(len(board)):
        for x in range(len(board[0])):
            n = count(board, y, x)
            if n == 3:
                result[y][x] = "O"
            elif n != 2:
                result[y][x] = "."
    return result


height, width, generations = map(int, input().split())
board = [list(input()) for _ in range(height)]
for _ in range(generations):
    board = evolve(board)
print("\n".join(map("".join, board)))
