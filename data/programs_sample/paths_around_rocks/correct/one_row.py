r, c = map(int, input().split())
ways = [1] + [0] * (c - 1)
for _ in range(r):
    line = input().strip()
    for x in range(c):
        if line[x] == "#":
            ways[x] = 0
        elif x > 0:
            ways[x] += ways[x - 1]
print(ways[-1])
