import sys


def winning(size, moves):
    """Return for each pile up to size whether the player to move wins."""
    wins = [False] * (size + 1)
    for n in range(size + 1):
        wins[n] = any(m <= n and not wins[n - m] for m in moves)
    return wins


lines = sys.stdin.read().splitlines()
moves = sorted(int(t) for t in lines[0].split())
stones = sum(int(t) for t in lines[1].split())
wins = winning(stones, moves)
if wins[stones]:
    print("first", next(m for m in moves if m <= stones and not wins[stones - m]))
else:
    print("second")
