def fib(n, m):
    """Return F(n) and F(n + 1), both modulo m, by doubling."""
    if n == 0:
        return 0, 1 % m
    a, b = fib(n // 2, m)
    c = a * (2 * b - a) % m
    d = (a * a + b * b) % m
    return (d, (c + d) % m) if n % 2 else (c, d)


n, m = map(int, input().split())
print(fib(n, m)[0] % m)
