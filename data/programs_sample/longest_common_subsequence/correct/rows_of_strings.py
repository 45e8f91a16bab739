import sys

first, second = sys.stdin.read().split()
row = [""] * (len(second) + 1)
for x in first:
    new = [""]
    for j, y in enumerate(second):
        if x == y:
            new.append(row[j] + x)
        else:
            new.append(max(row[j + 1], new[j], key=len))
    row = new
print(row[-1] if row[-1] else "-")
