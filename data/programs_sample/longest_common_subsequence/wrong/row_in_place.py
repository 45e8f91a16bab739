# Keep the texts themselves in the table, not only their lengths.
def solve(s, t):
    row = [""] * (len(t) + 1)
    for c in s:
        for j in range(1, len(t) + 1):
            if t[j - 1] == c:
                row[j] = row[j - 1] + c
            elif len(row[j - 1]) > len(row[j]):
                row[j] = row[j - 1]
    return row[-1]


if __name__ == "__main__":
    s, t = open(0).read().split()
    answer = solve(s, t)
    print(answer if answer else "-")
