from sys import stdin


class WordCount:
    """Counts words letter by letter."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.word = ""

    def letter(self, ch: str) -> None:
        if ch.isascii() and ch.isalpha():
            self.word += ch.lower()
        elif self.word:
            try:
                self.counts[self.word] += 1
            except KeyError:
                self.counts[self.word] = 1
            self.word = ""

    def top(self, k: int) -> list[tuple[str, int]]:
        ranked = sorted(self.counts)
        ranked.sort(key=self.counts.__getitem__, reverse=True)
        return [(word, self.counts[word]) for word in ranked[:k]]


k = int(stdin.readline())
counter = WordCount()
for ch in stdin.read() + "\n":
    counter.letter(ch)
for word, count in counter.top(k):
    print(word, count)
