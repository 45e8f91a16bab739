import sys


class Circles:
    """Disjoint sets with path halving and union by size."""

    def __init__(self, people: int) -> None:
        self.parent: dict[str, str] = {}
        self.size: dict[str, int] = {}
        self.count = people
        self.largest = 1

    def find(self, name: str) -> str:
        if name not in self.parent:
            self.parent[name] = name
            self.size[name] = 1
        while self.parent[name] != name:
            self.parent[name] = self.parent[self.parent[name]]
            name = self.parent[name]
        return name

    def join(self, one: str, other: str) -> None:
        a, b = self.find(one), self.find(other)
        if a == b:
            return
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size[b]
        self.largest = max(self.largest, self.size[a])
        self.count -= 1


lines = sys.stdin.read().splitlines()
circles = Circles(int(lines[0].split()[0]))
for line in lines[1:]:
    circles.join(*line.split())
    print(circles.count, circles.largest)
