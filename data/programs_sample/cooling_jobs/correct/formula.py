from collections import Counter

c = int(input())
pots = input().strip()
counts = Counter(pots).values()
if pots:
    top = max(counts)
    ties = sum(1 for k in counts if k == top)
    print(max(len(pots), (top - 1) * (c + 1) + ties))
else:
    print(0)
