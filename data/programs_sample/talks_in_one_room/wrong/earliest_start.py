n = int(input())
rows = [input().split() for _ in range(n)]
rows.sort(key=lambda row: (int(row[1]), int(row[2])))
accepted, end = [], 0
for title, s, e in rows:
    if int(s) >= end:
        accepted.append(title)
        end = int(e)
print(len(accepted))
print(" ".join(accepted))
