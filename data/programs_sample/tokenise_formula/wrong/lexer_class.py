import sys

OPERATORS = ["==", "<=", ">=", "!=", *"+-*/=<>!()"]


class Lexer:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def run_of(self, accepted):
        start = self.at
        while self.at < len(self.text) and accepted(self.text[self.at]):
            self.at += 1
        return self.text[start:self.at]

    def next(self):
        ch = self.text[self.at]
        if ch.isalpha() or ch == "_":
            return "name:" + self.run_of(lambda c: c.isalnum() or c == "_")
        if ch.isdigit():
            return "num:" + self.run_of(lambda c: c.isdigit() or c == ".")
        for op in OPERATORS:
            if self.text.startswith(op, self.at):
                self.at += len(op)
                return "op:" + op
        raise ValueError("error at %d" % (self.at + 1))


for line in sys.stdin:
    lexer = Lexer(line.strip())
    found = []
    try:
        while lexer.at < len(lexer.text):
            if lexer.text[lexer.at] == " ":
                lexer.at += 1
            else:
                found.append(lexer.next())
        print(*found)
    except ValueError as error:
        print(error)
