def reduce_fraction(p, q):
    """Divide both parts by their greatest common divisor (Euclid)."""
    a, b = p, q
    while b:
        a, b = b, a - b * int(a / b)
    return p // a, q // a


count = int(input())
p, q = 0, 1
for _ in range(count):
    a, b = (int(part) for part in input().split("/"))
    p, q = reduce_fraction(p * b + q * a, q * b)
print(p if q == 1 else f"{p}/{q}")
