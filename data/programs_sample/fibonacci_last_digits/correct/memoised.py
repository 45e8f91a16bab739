from functools import lru_cache

n, m = (int(x) for x in open(0).read().split())


@lru_cache(maxsize=None)
def f(k):
    if k < 3:
        return (k + 1) // 2 % m
    h = k // 2
    if k % 2 == 0:
        return f(h) * (f(h - 1) + f(h + 1)) % m
    return (f(h) ** 2 + f(h + 1) ** 2) % m


print(f(n))
