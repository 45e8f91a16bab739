# Divisors come in pairs d and n // d.
from sys import stdin

numbers = [int(line) for line in stdin.read().split()][1:]
total = 0
for n in numbers:
    d = 1
    while d * d <= n:
        if n % d == 0:
            if d < n:
                total += d
            if d * d < n and n // d < n:
                total += n // d
        d += 1
    verdict = "perfect" if total == n else ("abundant" if total > n else "deficient")
    print(total, verdict)
