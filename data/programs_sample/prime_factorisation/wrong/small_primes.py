PRIMES = [p for p in range(2, 50) if all(p % q for q in range(2, p))]

rest = int(input())
pieces = []
for prime in PRIMES:
    times = 0
    while rest % prime == 0:
        rest //= prime
        times += 1
    if times == 1:
        pieces.append(f"{prime}")
    if times:
        pieces.append(f"{prime}^{times}")
if rest > 1:
    pieces.append(f"{rest}")
print(*pieces, sep=" * ")
