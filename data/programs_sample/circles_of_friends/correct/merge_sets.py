n, m = map(int, input().split())
circle = {}
largest = 1
for _ in range(m):
    a, b = input().split()
    first = circle.setdefault(a, {a})
    second = circle.setdefault(b, {b})
    if first is not second:
        n -= 1
        if len(first) < len(second):
            first, second = second, first
        first |= second
        for name in second:
            circle[name] = first
        largest = max(largest, len(first))
    print(n, largest)
