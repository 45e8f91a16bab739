tokens = input().split()
left, right, value = {}, {}, {}
parents = []
for i, token in enumerate(tokens):
    if i:
        side = left if i % 2 else right
        parent = parents[(i - 1) // 2]
        if token != "-":
            side[parent] = i
    if token != "-":
        value[i] = int(token)
        parents.append(i)


def walk(i):
    if i is not None:
        yield from walk(left.get(i))
        yield value[i]
        yield from walk(right.get(i))


numbers = list(walk(0 if tokens else None))
print("yes" if all(a < b for a, b in zip(numbers, numbers[1:])) else "no")
