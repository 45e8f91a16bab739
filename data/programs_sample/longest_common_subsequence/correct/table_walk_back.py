a = input().strip()
b = input().strip()
n, m = len(a), len(b)
length = [[0] * (m + 1) for _ in range(n + 1)]
for i in range(n):
    for j in range(m):
        if a[i] == b[j]:
            length[i + 1][j + 1] = length[i][j] + 1
        else:
            length[i + 1][j + 1] = max(length[i][j + 1], length[i + 1][j])

out = []
i, j = n, m
while i and j:
    if a[i - 1] == b[j - 1]:
        out.append(a[i - 1])
        i, j = i - 1, j - 1
    elif length[i - 1][j] >= length[i][j - 1]:
        i -= 1
    else:
        j -= 1
print("".join(reversed(out)) or "-")
