def count_ways(n, broken, mod=1_000_000_007):
    """Keep only the counts of the last three steps."""
    a, b, c = 0, 0, 1
    for step in range(1, n + 1):
        here = 0 if step in broken else (a + b + c) % mod
        a, b, c = b, c, here
    return c


n, k = map(int, input().split())
holes = frozenset(map(int, input().split())) if k else frozenset()
print(count_ways(n, holes))
