from itertools import cycle

width = int(input())
words = []
while True:
    try:
        words += input().split()
    except EOFError:
        break

rows, row = [], []
for word in words:
    if sum(map(len, row)) + len(word) > width:
        rows.append(row)
        row = []
    row.append(word)
for r in rows:
    if len(r) > 1:
        places = cycle(range(len(r) - 1))
        for _ in range(width - sum(map(len, r))):
            r[next(places)] += "."
    print("".join(r).ljust(width, "."))
print(".".join(row).ljust(width, "."))
