rule, steps = map(int, input().split())
row = input().strip()
table = {f"{i:03b}".replace("0", ".").replace("1", "#"): "#" if rule >> i & 1 else "." for i in range(8)}
print(row)
for _ in range(steps):
    wide = "." + row + "."
    row = "".join(table[wide[i:i + 3]] for i in range(len(row)))
    print(row)
