from collections import Counter


class Automaton:
    def __init__(self, rule, row):
        self.rule = rule
        self.width = len(row)
        self.full = {i for i, c in enumerate(row) if c == "#"}

    def step(self):
        weight = Counter()
        for i in self.full:
            weight[i + 1] += 4
            weight[i] += 2
            weight[i - 1] += 1
        self.full = {i for i in range(self.width) if self.rule & 1 << weight[i]}

    def __str__(self):
        return "".join("#" if i in self.full else "." for i in range(self.width))


rule, steps = [int(x) for x in input().split()]
machine = Automaton(rule, input().strip())
print(machine)
for _ in range(steps):
    machine.step()
    print(machine)
