from functools import partial


def towers(n, m, start, goal, other):
    """Return (disc, peg) pairs from the largest disc to the smallest."""
    if n == 0:
        return []
    half = 2 ** (n - 1)
    if m <= half and m < 2 * half - 1:
        return [(n, start)] + towers(n - 1, min(m, half - 1), start, other, goal)
    return [(n, goal)] + towers(n - 1, m - half, other, goal, start)


n, m = [int(x) for x in open(0).read().split()]
pairs = partial(towers, n, m)("A", "C", "B")
for peg in "ABC":
    print(f"{peg}:", " ".join(str(d) for d, p in pairs if p == peg))
