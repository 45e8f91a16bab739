import sys


class Fenwick:
    def __init__(self, values: list[int]) -> None:
        self.tree = [0] + values
        for i in range(1, len(self.tree)):
            parent = i + (i & -i)
            if parent < len(self.tree):
                self.tree[parent] += self.tree[i]

    def upto(self, day: int) -> int:
        total = 0
        while day > 0:
            total += self.tree[day]
            day -= day & -day
        return total


lines = sys.stdin.read().splitlines()
rain = Fenwick(list(map(int, lines[1].split())))
answers = []
for line in lines[2:]:
    first, last = map(int, line.split())
    answers.append(rain.upto(max(first, last)) - rain.upto(min(first, last) - 1))
print("\n".join(map(str, answers)))
