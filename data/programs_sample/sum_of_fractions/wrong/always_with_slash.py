def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def read_fraction():
    numerator, denominator = input().split("/")
    return int(numerator), int(denominator)


p, q = 0, 1
for _ in range(int(input())):
    a, b = read_fraction()
    p, q = p * b + a * q, q * b
    g = gcd(abs(p), q)
    p, q = p // g, q // g
print(f"{p}/{q}")
