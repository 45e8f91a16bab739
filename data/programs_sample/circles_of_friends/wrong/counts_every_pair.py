n, m = map(int, input().split())
parent = {}
size = {}


def find(a):
    while parent[a] != a:
        parent[a] = parent[parent[a]]
        a = parent[a]
    return a


biggest = 1
for i in range(m):
    a, b = input().split()
    for x in (a, b):
        if x not in parent:
            parent[x] = x
            size[x] = 1
    a, b = find(a), find(b)
    if a != b:
        parent[a] = b
        size[b] += size[a]
        biggest = max(biggest, size[b])
    print(n - i - 1, biggest)
