import sys


class Converter:
    table = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

    def convert(self, numeral: str) -> int:
        total = self.table[numeral[0]]
        for before, here in zip(numeral, numeral[1:]):
            total += self.table[here]
            if self.table[before] < self.table[here]:
                total -= self.table[before]
        return total


converter = Converter()
for row in sys.stdin.read().splitlines():
    print(converter.convert(row.strip()))
