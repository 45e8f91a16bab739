import sys


def colour(person: int, letter: str, quarrels: dict[int, set[int]], team: dict[int, str]) -> bool:
    """Put a person in a team and everybody else where that leads; False on a conflict."""
    if person in team:
        return team[person] == letter
    team[person] = letter
    other = "B" if letter == "A" else "A"
    return all(colour(foe, other, quarrels, team) for foe in quarrels[person])


numbers = list(map(int, sys.stdin.read().split()))
n = numbers[0]
quarrels: dict[int, set[int]] = {p: set() for p in range(1, n + 1)}
for a, b in zip(numbers[2::2], numbers[3::2]):
    quarrels[a].add(b)
    quarrels[b].add(a)
team: dict[int, str] = {}
fine = all(p in team or colour(p, "A", quarrels, team) for p in quarrels)
print("".join(team[p] for p in sorted(team)) if fine else "impossible")
