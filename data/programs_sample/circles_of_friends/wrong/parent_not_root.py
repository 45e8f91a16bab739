def head(name, above):
    """Follow the links up to the head of the circle."""
    while above.get(name, name) != name:
        name = above[name]
    return name


def main():
    n, m = map(int, input().split())
    above = {}
    size = {}
    largest = 1
    for _ in range(m):
        a, b = input().split()
        x, y = head(a, above), head(b, above)
        if x != y:
            above[a] = y
            size[y] = size.get(x, 1) + size.get(y, 1)
            largest = max(largest, size[y])
            n -= 1
        print(n, largest)


main()
