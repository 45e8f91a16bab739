rule, steps = map(int, input().split())
cells = [1 if c == "#" else 0 for c in input().strip()]
size = len(cells)
for t in range(steps + 1):
    print("".join("#" if c else "." for c in cells))
    new = []
    for i in range(size):
        triple = (cells[i - 1], cells[i], cells[(i + 1) % size])
        number = int("".join(map(str, triple)), 2)
        new.append(rule >> number & 1)
    cells = new
