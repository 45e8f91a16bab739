def next_row(row: str, table: str) -> str:
    """Apply the rule, given as eight binary digits, to the row."""
    result = []
    for i in range(len(row)):
        window = ("." + row + ".")[i:i + 3]
        number = 0
        for cell in window:
            number = 2 * number + (cell == "#")
        result.append("#" if table[number] == "1" else ".")
    return "".join(result)


rule, steps = map(int, input().split())
row = input()
table = format(rule, "08b")
print(row)
for _ in range(steps):
    row = next_row(row, table)
    print(row)
