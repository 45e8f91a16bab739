class Merger:
    def __init__(self):
        self.done = []
        self.low = None
        self.high = None

    def add(self, low, high):
        if self.low is None:
            self.low, self.high = low, high
        elif low <= self.high:
            self.high = max(self.high, high)
        else:
            self.done.append((self.low, self.high))
            self.low, self.high = low, high

    def result(self):
        return self.done


merger = Merger()
rows = int(input())
spans = [tuple(map(int, input().split())) for _ in range(rows)]
for a, b in sorted(spans):
    merger.add(a, b)
if rows:
    for a, b in merger.result():
        print(a, b)
