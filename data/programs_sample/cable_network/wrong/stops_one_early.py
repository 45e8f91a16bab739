import sys


def find(parent, x):
    if parent[x] != x:
        parent[x] = find(parent, parent[x])
    return parent[x]


def main():
    data = list(map(int, sys.stdin.read().split()))
    n, m = data[0], data[1]
    edges = sorted((data[i + 2], data[i], data[i + 1]) for i in range(2, 2 + 3 * m, 3))
    parent = list(range(n))
    total = laid = 0
    for price, a, b in edges:
        if laid > n - 2:
            break
        ra, rb = find(parent, a), find(parent, b)
        if ra != rb:
            parent[ra] = rb
            laid += 1
            total += price
    print(total if laid >= n - 2 else "split")


main()
