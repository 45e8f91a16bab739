from bisect import insort

n = int(input())
a = list(map(int, input().split()))
seen = []
out = []
for i in reversed(range(n)):
    best = 0
    for value, place in seen:
        if value > a[i]:
            best = place - i
            break
    out.append(best)
    insort(seen, (a[i], i))
print(*out[::-1])
