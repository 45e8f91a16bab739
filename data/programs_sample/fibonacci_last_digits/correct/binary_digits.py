n, m = map(int, input().split())
a, b = 0, 1
# a = F(k), b = F(k + 1), where k is what the bits read so far spell.
for bit in bin(n)[2:]:
    a, b = a * (2 * b - a), a * a + b * b
    if bit == "1":
        a, b = b, a + b
    a, b = a % m, b % m
print(a % m)
