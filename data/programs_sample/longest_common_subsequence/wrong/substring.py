a, b = input().strip(), input().strip()
best = ""
table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
for i in range(1, len(a) + 1):
    for j in range(1, len(b) + 1):
        if a[i - 1] == b[j - 1]:
            table[i][j] = table[i - 1][j - 1] + 1
            if table[i][j] > len(best):
                best = a[i - table[i][j]:i]
print(best or "-")
