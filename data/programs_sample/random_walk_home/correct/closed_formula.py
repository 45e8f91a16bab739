n, i, p = input().split()
n, i, p = int(n) + 1, int(i), float(p)
if p == 0.5:
    home = i / n
    steps = i * (n - i)
else:
    q = (1 - p) / p
    home = (1 - q**i) / (1 - q**n)
    steps = (i - n * home) / (1 - 2 * p)
print(home, steps)
