import sys
from typing import NamedTuple


class Cell(NamedTuple):
    y: int
    x: int

    def around(self) -> list["Cell"]:
        steps = ((-1, 0), (1, 0), (0, -1), (0, 1))
        return [Cell(self.y + dy, self.x + dx) for dy, dx in steps]


def tick(living: set[Cell], height: int, width: int) -> set[Cell]:
    after = set()
    for y in range(height):
        for x in range(width):
            cell = Cell(y, x)
            n = sum(other in living for other in cell.around())
            if n == 3 or (n == 2 and cell in living):
                after.add(cell)
    return after


rows = sys.stdin.read().splitlines()
height, width, turns = map(int, rows[0].split())
living = {Cell(y, x) for y, row in enumerate(rows[1:]) for x, mark in enumerate(row) if mark == "O"}
for _ in range(turns):
    living = tick(living, height, width)
for y in range(height):
    print("".join("O" if Cell(y, x) in living else "." for x in range(width)))
