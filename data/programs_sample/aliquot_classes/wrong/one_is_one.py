import sys


def proper_divisors(n):
    found = {1}
    i = 2
    while i * i <= n:
        if n % i == 0:
            found.add(i)
            found.add(n // i)
        i += 1
    return found


data = sys.stdin.read().split()
for token in data[1:]:
    n = int(token)
    total = sum(proper_divisors(n))
    label = "deficient"
    if total == n:
        label = "perfect"
    if total > n:
        label = "abundant"
    print(total, label)
