moves = sorted(map(int, input().split()))
piles = list(map(int, input().split()))
grundy = []
for size in range(max(piles) + 1):
    seen = {grundy[size - m] for m in moves if m <= size}
    g = 0
    while g in seen:
        g += 1
    grundy.append(g)

total = 0
for p in piles:
    total ^= grundy[p]
if total == 0:
    print("second")
else:
    print("first", min(m for m in moves for p in piles if m <= p and grundy[p - m] == total ^ grundy[p]))
