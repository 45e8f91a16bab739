n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
best = [None] * (n + 1)
best[1] = (0, 0)
for _ in range(n):
    for a, b, price in edges:
        if best[a] is None:
            continue
        offer = (best[a][0] + price, best[a][1] + 1)
        if best[b] is None or offer < best[b]:
            best[b] = offer
if best[n]:
    print(*best[n])
else:
    print("unreachable")
