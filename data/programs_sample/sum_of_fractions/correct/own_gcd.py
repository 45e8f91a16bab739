def gcd(x, y):
    while y:
        x, y = y, x % y
    return x


def add(first, second):
    """Add two fractions given as pairs and reduce the result."""
    p = first[0] * second[1] + second[0] * first[1]
    q = first[1] * second[1]
    g = gcd(abs(p), q)
    return p // g, q // g


k = int(input())
total = (0, 1)
for _ in range(k):
    a, b = input().split("/")
    total = add(total, (int(a), int(b)))
if total[1] == 1:
    print(total[0])
else:
    print(total[0], total[1], sep="/")
