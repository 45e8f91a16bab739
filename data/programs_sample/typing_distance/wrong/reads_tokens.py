# edits(i, j): first i letters of a into first j letters of b.
from functools import lru_cache

words = open(0).read().split()
a, b = words[0], words[1]


@lru_cache(maxsize=None)
def edits(i, j):
    if i == 0:
        return j
    if j == 0:
        return i
    return min(
        edits(i - 1, j) + 1,
        edits(i, j - 1) + 1,
        edits(i - 1, j - 1) + (a[i - 1] != b[j - 1]),
    )


print(edits(len(a), len(b)))
