# The longest rising selection is what the list shares with its own sorted values.
data = list(map(int, open(0).read().split()))
heights = data[1:]
rising = sorted(set(heights))
row = [0] * (len(rising) + 1)
for h in heights:
    diagonal = 0
    for j, r in enumerate(rising, 1):
        above = row[j]
        row[j] = diagonal + 1 if r == h else max(above, row[j - 1])
        diagonal = above
print(row[-1])
