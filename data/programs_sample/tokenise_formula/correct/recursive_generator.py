import re
import sys
from itertools import takewhile

KINDS = [("name", r"[a-zA-Z_][a-zA-Z_0-9]*"), ("num", r"[0-9]+\.[0-9]+|[0-9]+"), ("op", r"==|<=|>=|!=|[+\-*/=<>!()]")]


def scan(text: str, at: int = 1):
    blanks = len(list(takewhile(str.isspace, text)))
    text, at = text[blanks:], at + blanks
    if not text:
        return
    for kind, pattern in KINDS:
        if found := re.match(pattern, text):
            yield f"{kind}:{found[0]}"
            yield from scan(text[found.end():], at + found.end())
            return
    raise ValueError(f"error at {at}")


for line in sys.stdin.read().split("\n"):
    if line:
        try:
            print(" ".join(list(scan(line))))
        except ValueError as problem:
            print(problem)
