import sys


class Line:
    def __init__(self, width):
        self.width = width
        self.words = []

    def fits(self, word):
        return sum(len(w) + 1 for w in self.words) + len(word) <= self.width

    def justified(self):
        gaps = len(self.words) - 1
        if not gaps:
            return self.left()
        size, extra = divmod(self.width - sum(map(len, self.words)), gaps)
        text = self.words[0]
        for i, word in enumerate(self.words[1:]):
            text += "." * (size + (1 if i >= gaps - extra else 0)) + word
        return text

    def left(self):
        return ".".join(self.words).ljust(self.width, ".")


width = int(sys.stdin.readline())
lines = [Line(width)]
for word in sys.stdin.read().split():
    if not lines[-1].fits(word):
        lines.append(Line(width))
    lines[-1].words.append(word)
for line in lines[:-1]:
    print(line.justified())
print(lines[-1].left())
