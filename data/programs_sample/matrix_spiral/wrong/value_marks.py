from collections import OrderedDict

size = [int(v) for v in input().split()]
field = {}
for y in range(size[0]):
    for x, v in enumerate(input().split()):
        field[x, y] = v

order = OrderedDict()
x, y, dx, dy = 0, 0, 1, 0
while True:
    order[field[x, y]] = None
    for _ in range(4):
        if (x + dx, y + dy) in field and field[x + dx, y + dy] not in order:
            break
        dx, dy = -dy, dx
    else:
        break
    x, y = x + dx, y + dy
print(*order)
