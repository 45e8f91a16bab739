import sys


class MaxTree:
    """A Fenwick tree that answers the maximum of a prefix."""

    def __init__(self, size: int) -> None:
        self.tree: list[int] = [0] * (size + 1)

    def query(self, i: int) -> int:
        best = 0
        while i > 0:
            best = max(best, self.tree[i])
            i &= i - 1
        return best

    def update(self, i: int, value: int) -> None:
        while i < len(self.tree):
            self.tree[i] = max(self.tree[i], value)
            i += i & -i


heights = [int(x) for x in sys.stdin.read().split()][1:]
rank = {h: r for r, h in enumerate(sorted(set(heights)), start=1)}
tree = MaxTree(len(rank))
for h in heights:
    tree.update(rank[h], tree.query(rank[h] - 1) + 1)
print(tree.query(len(rank)))
