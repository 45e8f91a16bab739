# The sum of all divisors is multiplicative: (1 + p + ... + p^e) for each prime power.
def sigma(n):
    result = 1
    p = 2
    while p * p <= n:
        term = 1
        while n % p == 0:
            n //= p
            term = term * p + 1
        result *= term
        p += 1
    return result * (n + 1) if n > 1 else result


words = ["deficient", "perfect", "abundant"]
for line in list(open(0))[1:]:
    n = int(line)
    s = sigma(n) - n
    print(s, words[(s > n) - (s < n) + 1])
