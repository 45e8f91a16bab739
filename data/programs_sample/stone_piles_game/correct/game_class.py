from dataclasses import dataclass, field


@dataclass
class TakeAway:
    """One pile from which only certain numbers of stones may be taken."""

    moves: tuple[int, ...]
    known: dict[int, int] = field(default_factory=dict)

    def nimber(self, stones: int) -> int:
        if stones not in self.known:
            options = {self.nimber(stones - m) for m in self.moves if m <= stones}
            self.known[stones] = min(set(range(len(options) + 1)) - options)
        return self.known[stones]


game = TakeAway(tuple(map(int, input().split())))
piles = [int(t) for t in input().split()]
total = 0
for pile in piles:
    total ^= game.nimber(pile)
wins = {m for m in game.moves for p in piles if p >= m and not total ^ game.nimber(p) ^ game.nimber(p - m)}
print("first " + str(min(wins)) if total else "second")
