import re
import sys


class Parser:
    def __init__(self, text):
        self.tokens = re.findall(r"\d+|[-+*/()]", text) + ["end"]
        self.at = 0

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def sum(self):
        value = self.product()
        while self.tokens[self.at] in "+-":
            if self.take() == "+":
                value += self.product()
            else:
                value -= self.product()
        return value

    def product(self):
        value = self.atom()
        while self.tokens[self.at] in "*/":
            if self.take() == "*":
                value *= self.atom()
            else:
                by = self.atom()
                sign = 1 if (value < 0) == (by < 0) else -1
                value = sign * (abs(value) // abs(by))
        return value

    def atom(self):
        token = self.take()
        if token == "(":
            value = self.sum()
            self.take()
            return value
        return int(token)


for line in sys.stdin:
    try:
        print(Parser(line).sum())
    except ZeroDivisionError:
        print("error")
