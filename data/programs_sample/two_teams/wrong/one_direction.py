def assign(n, quarrels):
    """Return the teams as a list of letters, or None when there is a conflict."""
    follow = {p: [] for p in range(n)}
    for a, b in quarrels:
        follow[a].append(b)
    team = [""] * n

    def visit(p, letter):
        if team[p]:
            return team[p] == letter
        team[p] = letter
        return all([visit(q, "AB"[letter == "A"]) for q in follow[p]])

    for p in range(n):
        if not team[p] and not visit(p, "A"):
            return None
    return team


n, m = map(int, input().split())
pairs = [[int(t) - 1 for t in input().split()] for _ in range(m)]
teams = assign(n, pairs)
print("impossible" if teams is None else "".join(teams))
