n = int(input())
h = list(map(int, input().split()))
i, j = 0, n - 1
level = water = 0
while i < j:
    if h[i] < h[j]:
        low = h[i]
        i += 1
    else:
        low = h[j]
        j -= 1
    level = max(level, low)
    water += level - low
print(water)
