import sys
from collections import Counter


class PrefixTable:
    def __init__(self, target):
        self.target = target
        self.total = 0
        self.counts = Counter({0: 1})

    def feed(self, number):
        self.total += number
        self.counts[self.total] += 1
        return self.counts[self.total - self.target]


header, row = sys.stdin.read().splitlines()[:2]
table = PrefixTable(int(header.split()[1]))
print(sum(table.feed(int(x)) for x in row.split()))
