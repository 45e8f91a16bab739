from collections import defaultdict

c = int(input())
ready = defaultdict(int)
day = 0
for glaze in input().strip():
    day = max(day, ready[glaze])
    ready[glaze] = day + c + 1
    day += 1
print(day)
