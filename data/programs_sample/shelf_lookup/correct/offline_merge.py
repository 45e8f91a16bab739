import sys

it = iter(sys.stdin.read().split())
n, q = int(next(it)), int(next(it))
books = [int(next(it)) for _ in range(n)]
asked = [int(next(it)) for _ in range(q)]
answer = [None] * q
p = 0
for i in sorted(range(q), key=asked.__getitem__):
    while p < n and books[p] < asked[i]:
        p += 1
    answer[i] = "none" if p == n else str(p + 1)
print("\n".join(answer))
