import sys
from collections import deque


class BracketChecker:
    """Feed characters one by one; `ok` tells whether the text is balanced so far."""

    kinds = ("()", "[]", "{}")

    def __init__(self):
        self.expected = deque()
        self.broken = False

    def feed(self, char):
        for opening, closing in self.kinds:
            if char == opening:
                self.expected.append(closing)
            elif char == closing:
                if self.expected and self.expected[-1] == closing:
                    self.expected.pop()
                else:
                    self.broken = True

    @property
    def ok(self):
        return not self.broken and len(self.expected) == 0


checker = BracketChecker()
for c in sys.stdin.read():
    checker.feed(c)
print("yes" if checker.ok else "no")
