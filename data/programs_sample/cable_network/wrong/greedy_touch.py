# Cheap offers first.
n, m = map(int, input().split())
offers = sorted((list(map(int, input().split())) for _ in range(m)), key=lambda o: o[2])
reached = set()
cost = 0
count = 0
for a, b, price in offers:
    if a != b and (a not in reached or b not in reached):
        reached.update((a, b))
        cost += price
        count += 1
if len(reached) == n or n == 1:
    print(cost)
else:
    print("split")
