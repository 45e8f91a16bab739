from functools import lru_cache

n, q = map(int, input().split())
rain = tuple(map(int, input().split()))
SIZE = 128
blocks = [sum(rain[i:i + SIZE]) for i in range(0, n, SIZE)]


@lru_cache(maxsize=None)
def before(day):
    full = day // SIZE
    return sum(blocks[:full]) + sum(rain[full * SIZE:day])


for _ in range(q):
    a, b = map(int, input().split())
    low, high = min(a, b), max(a, b)
    print(before(high) - before(low - 1))
