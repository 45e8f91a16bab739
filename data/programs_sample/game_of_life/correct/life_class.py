class Life:
    def __init__(self, rows):
        self.rows = rows

    def cell(self, y, x):
        if y < 0 or x < 0:
            return 0
        try:
            return 1 if self.rows[y][x] == "O" else 0
        except IndexError:
            return 0

    def fate(self, y, x):
        around = sum(self.cell(y + dy, x + dx) for dy in range(-1, 2) for dx in range(-1, 2)) - self.cell(y, x)
        return "O" if around == 3 or around == 2 and self.cell(y, x) else "."

    def __iter__(self):
        return self

    def __next__(self):
        self.rows = ["".join(self.fate(y, x) for x in range(len(row))) for y, row in enumerate(self.rows)]
        return self.rows


height, width, turns = map(int, input().split())
life = Life([input() for _ in range(height)])
for _ in range(turns):
    next(life)
print(*life.rows, sep="\n")
