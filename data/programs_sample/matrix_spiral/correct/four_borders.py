import sys


def spiral(table: list[list[int]]) -> list[int]:
    """All values of a table in spiral order, layer by layer."""
    top, bottom = 0, len(table) - 1
    left, right = 0, len(table[0]) - 1
    order: list[int] = []
    while top <= bottom and left <= right:
        order.extend(table[top][left:right + 1])
        order.extend(table[i][right] for i in range(top + 1, bottom + 1))
        if top < bottom and left < right:
            order.extend(table[bottom][j] for j in range(right - 1, left - 1, -1))
            order.extend(table[i][left] for i in range(bottom - 1, top, -1))
        top, bottom, left, right = top + 1, bottom - 1, left + 1, right - 1
    return order


def main() -> None:
    rows = [list(map(int, line.split())) for line in sys.stdin.read().splitlines()]
    print(*spiral(rows[1:]))


main()
