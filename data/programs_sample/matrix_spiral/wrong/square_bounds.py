import sys

data = sys.stdin.read().split()
r, c = int(data[0]), int(data[1])
a = [data[2 + i * c:2 + (i + 1) * c] for i in range(r)]
used = [[False] * c for _ in range(r)]
i = j = d = 0
steps = [(0, 1), (1, 0), (0, -1), (-1, 0)]
res = []
for _ in range(r * c):
    res.append(a[i][j])
    used[i][j] = True
    ni, nj = i + steps[d][0], j + steps[d][1]
    if ni < 0 or nj < 0 or ni >= r or nj >= r or used[ni][nj]:
        d = (d + 1) % 4
    i, j = i + steps[d][0], j + steps[d][1]
print(*res)
