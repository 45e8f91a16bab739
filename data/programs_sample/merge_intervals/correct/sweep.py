from itertools import chain

n = int(input())
spans = [tuple(map(int, input().split())) for _ in range(n)]
events = sorted(chain(((a, 0) for a, _ in spans), ((b, 1) for _, b in spans)))
depth = 0
for x, closing in events:
    if not closing:
        if depth == 0:
            begin = x
        depth += 1
    else:
        depth -= 1
        if depth == 0:
            print(begin, x)
