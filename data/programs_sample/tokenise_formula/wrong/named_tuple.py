import re
import sys
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str


def tokenize(line: str) -> list[Token]:
    """Match one alternative after the other."""
    pattern = re.compile(r"(?P<op>[+\-*/=<>!()]|==|<=|>=|!=)|(?P<name>[a-zA-Z_]\w*)|(?P<num>\d+(\.\d+)?)")
    tokens: list[Token] = []
    i = 0
    while i < len(line):
        if line[i].isspace():
            i += 1
            continue
        match = pattern.match(line, i)
        if not match:
            raise ValueError(i + 1)
        kind = next(k for k, v in match.groupdict().items() if v)
        tokens.append(Token(kind, match.group()))
        i = match.end()
    return tokens


for line in sys.stdin:
    try:
        print(*[f"{t.kind}:{t.text}" for t in tokenize(line.rstrip())])
    except ValueError as error:
        print(f"error at {error}")
