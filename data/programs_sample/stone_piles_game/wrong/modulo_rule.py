# Nim values repeat with a period.
moves = [int(w) for w in input().split()]
piles = [int(w) for w in input().split()]
period = max(moves) + 1
total = 0
for pile in piles:
    total ^= pile % period
if total == 0:
    print("second")
else:
    good = []
    for pile in piles:
        for m in moves:
            if m <= pile and (pile - m) % period == (pile % period) ^ total:
                good.append(m)
    print("first", min(good)) if good else print("second")
