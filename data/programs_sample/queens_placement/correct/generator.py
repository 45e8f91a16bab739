from typing import Iterator, List


class Board:
    def __init__(self, size: int, row: int, column: int) -> None:
        self.size = size
        self.fixed = (row, column)

    def solutions(self, queens: List[int]) -> Iterator[List[int]]:
        """Yield every completion of the queens in the first rows."""
        row = len(queens)
        if row == self.size:
            yield queens
            return
        for column in range(self.size):
            if (row == self.fixed[0]) != (column == self.fixed[1]):
                continue
            if all(abs(column - c) not in (0, row - r) for r, c in enumerate(queens)):
                yield from self.solutions(queens + [column])


n, r, c = map(int, input().split())
solution = next(Board(n, r - 1, c - 1).solutions([]), None)
if solution:
    for column in solution:
        line = ["."] * n
        line[column] = "Q"
        print("".join(line))
else:
    print("impossible")
