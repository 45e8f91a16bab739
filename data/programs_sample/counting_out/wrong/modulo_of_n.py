n, k, c = map(int, input().split())
circle = [*range(1, n + 1)]
order = []
i = 0
while circle:
    i = (i + k - 1) % n
    if i >= len(circle):
        i -= len(circle)
    if i >= len(circle):
        i = 0
    order.append(circle.pop(i))
print(order[-1], order.index(c) + 1)
