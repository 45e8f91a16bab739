import sys
from itertools import takewhile


def enc(s):
    if not s:
        return ""
    n = sum(1 for _ in takewhile(lambda c: c == s[0], s))
    return (str(n) if n > 1 else "") + s[0] + enc(s[n:])


def dec(s):
    if not s:
        return ""
    digits = "".join(takewhile(str.isdigit, s))
    k = len(digits)
    return s[k] * (int(digits) if digits else 1) + dec(s[k + 1:])


tokens = iter(sys.stdin.read().split())
for command in tokens:
    print({"E": enc, "D": dec}[command](next(tokens)))
