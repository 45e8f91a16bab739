from typing import List


def gauss(rows: List[List[float]]) -> List[List[float]]:
    """Solve a system with several right sides; returns one row of values for each unknown."""
    size = len(rows)
    for k in range(size):
        pivot = max(range(k, size), key=lambda r: abs(rows[r][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [x / rows[k][k] for x in rows[k]]
        for r in range(size):
            if r != k and rows[r][k]:
                factor = rows[r][k]
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[k])]
    return [row[size:] for row in rows]


a, b, c = open(0).read().split()
n, start, p = int(a), int(b) - 1, float(c)
matrix = []
for plank in range(n):
    row = [0.0] * n + [p if plank == n - 1 else 0.0, 1.0]
    row[plank] = 1.0
    if plank + 1 < n:
        row[plank + 1] = -p
    if plank:
        row[plank - 1] = p - 1
    matrix.append(row)
print(*gauss(matrix)[start])
