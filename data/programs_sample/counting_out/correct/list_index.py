n, k, c = map(int, input().split())
circle = list(range(1, n + 1))
order = []
i = 0
while circle:
    i = (i + k - 1) % len(circle)
    order.append(circle.pop(i))
print(order[-1], order.index(c) + 1)
