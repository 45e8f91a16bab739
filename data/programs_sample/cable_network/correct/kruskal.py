n, m = map(int, input().split())
offers = []
for _ in range(m):
    a, b, price = map(int, input().split())
    offers.append((price, a, b))
offers.sort()

parent = list(range(n))


def root(x):
    while parent[x] != x:
        parent[x] = parent[parent[x]]
        x = parent[x]
    return x


total, cables = 0, 0
for price, a, b in offers:
    a, b = root(a), root(b)
    if a != b:
        parent[a] = b
        total += price
        cables += 1
print(total if cables == n - 1 else "split")
