from itertools import count

n, m, *rest = [int(w) for w in open(0).read().split()]
pairs = [(rest[i] - 1, rest[i + 1] - 1) for i in range(0, 2 * m, 2)]
sign = [0] * n
for p in range(n):
    if sign[p]:
        continue
    sign[p] = 1
    for _ in count():
        fresh = [(a, b) for a, b in pairs + [(b, a) for a, b in pairs] if sign[a] and not sign[b]]
        if not fresh:
            break
        for a, b in fresh:
            sign[b] = -sign[a]
if any(sign[a] == sign[b] for a, b in pairs):
    print("impossible")
else:
    print(*("A" if s > 0 else "B" for s in sign), sep="")
