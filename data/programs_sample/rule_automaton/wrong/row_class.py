import sys


class Row:
    """A row of cells with an empty cell at both ends."""

    def __init__(self, text):
        self.cells = [0] + [int(c == "#") for c in text] + [0]

    def advance(self, rule):
        previous = self.cells
        for i in range(1, len(previous) - 1):
            code = previous[i - 1] * 4 + previous[i] * 2 + previous[i + 1]
            self.cells[i] = rule >> code & 1

    def __str__(self):
        return "".join(".#"[c] for c in self.cells[1:-1])


lines = sys.stdin.read().splitlines()
rule, steps = map(int, lines[0].split())
row = Row(lines[1])
print(row)
for _ in range(steps):
    row.advance(rule)
    print(row)
