import sys


def generation(cells: list[list[int]]) -> list[list[int]]:
    """Add up shifted copies of the padded board."""
    width = len(cells[0])
    padded = [[0] * (width + 2)] + [[0, *row, 0] for row in cells] + [[0] * (width + 2)]
    columns = [[a + b + c for a, b, c in zip(*three)] for three in zip(padded, padded[1:], padded[2:])]
    total = [[a + b + c for a, b, c in zip(s, s[1:], s[2:])] for s in columns]
    return [[int(n == 3 or (n == 4 and alive == 1)) for n, alive in zip(sums, row)]
            for sums, row in zip(total, cells)]


def main() -> None:
    lines = sys.stdin.read().splitlines()
    generations = int(lines[0].split()[2])
    cells = [[int(ch == "O") for ch in line] for line in lines[1:]]
    for _ in range(generations):
        cells = generation(cells)
    for row in cells:
        print("".join("O" if x else "." for x in row))


main()
