import sys


def place(disc: int, moves: int, pegs: str, tower: dict[str, list[int]]) -> None:
    """Put discs disc..1 where they are after `moves` moves; pegs are start, goal, other."""
    if disc == 0:
        return
    start, goal, other = pegs
    half = 1 << (disc - 1)
    if moves < half:
        tower[start].append(disc)
        place(disc - 1, moves, start + other + goal, tower)
    else:
        tower[goal].append(disc)
        place(disc - 1, moves - half, other + goal + start, tower)


n, m = map(int, sys.stdin.read().split())
tower: dict[str, list[int]] = {"A": [], "B": [], "C": []}
place(n, m, "ACB", tower)
for peg, discs in tower.items():
    print(f"{peg}: " + " ".join(map(str, discs)))
