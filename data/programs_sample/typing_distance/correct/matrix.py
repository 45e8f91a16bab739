source = input()
target = input()
rows, cols = len(source) + 1, len(target) + 1
d = [[0] * cols for _ in range(rows)]
for i in range(rows):
    d[i][0] = i
for j in range(cols):
    d[0][j] = j
for i in range(1, rows):
    for j in range(1, cols):
        cost = 0 if source[i - 1] == target[j - 1] else 1
        d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost)
print(d[-1][-1])
