import sys


def scan(loads, start, stop):
    """Largest load from start to stop and its minute."""
    best, at = 0, start
    for i in range(start, stop):
        if loads[i] >= best:
            best, at = loads[i], i
    return best, at


n, k, *a = [int(t) for t in sys.stdin.read().split()]
best, at = scan(a, 0, k)
res = [best]
for i in range(k, n):
    if at <= i - k:
        best, at = scan(a, i - k + 1, i + 1)
    elif a[i] >= best:
        best, at = a[i], i
    res.append(best)
print(*res)
