n, fixed_row, fixed_column = (int(x) for x in open(0).read().split())
FULL = (1 << n) - 1


def place(row, columns, left, right):
    """Return the queens of the rows from `row` on as a list of bits, or None."""
    if row > n:
        return []
    free = FULL & ~(columns | left | right)
    if row == fixed_row:
        free &= 1 << (fixed_column - 1)
    while free:
        bit = free & -free
        free ^= bit
        rest = place(row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1)
        if rest is not None:
            return [bit] + rest
    return None


board = place(1, 0, 0, 0)
if board is None:
    print("impossible")
else:
    for bit in board:
        print("".join("Q" if bit >> c & 1 else "." for c in range(n)))
