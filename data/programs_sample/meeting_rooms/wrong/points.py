n = int(input())
points = []
for _ in range(n):
    a, b = input().split()
    points.append((a, 0))
    points.append((b, 1))
points.sort()
now = 0
most = 0
for time, is_end in points:
    if is_end:
        now -= 1
    else:
        now += 1
        if now > most:
            most = now
print(most)
