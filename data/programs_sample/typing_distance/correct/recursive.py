import functools

s, t = (open(0).read() + "\n\n").split("\n")[:2]


@functools.cache
def d(i, j):
    if i == len(s) or j == len(t):
        return len(s) - i + len(t) - j
    if s[i] == t[j]:
        return d(i + 1, j + 1)
    return 1 + min(d(i + 1, j), d(i, j + 1), d(i + 1, j + 1))


print(d(0, 0))
