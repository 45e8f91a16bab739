def edit_distance(source: str, target: str) -> int:
    """Return the number of edits between two words."""
    if not source or not target:
        return max(len(source), len(target))
    table = [[0] * (len(target) + 1) for _ in range(len(source) + 1)]
    for i, x in enumerate(source, 1):
        for j, y in enumerate(target, 1):
            if x == y:
                table[i][j] = table[i - 1][j - 1]
            else:
                table[i][j] = 1 + min(table[i - 1][j], table[i][j - 1], table[i - 1][j - 1])
    return table[-1][-1]


print(edit_distance(input().strip(), input().strip()))
