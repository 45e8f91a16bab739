class AnagramTable:
    """Words filed under a number computed from their letters."""

    def __init__(self):
        self.table = {}

    def add(self, word):
        number = sum(ord(c) - ord("a") + 1 for c in word)
        self.table.setdefault((len(word), number), []).append(word)

    def lines(self):
        for words in self.table.values():
            words.sort()
            yield " ".join(words)


table = AnagramTable()
for _ in range(int(input())):
    table.add(input().strip())
for line in table.lines():
    print(line)
