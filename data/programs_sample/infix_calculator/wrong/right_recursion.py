import re
import sys


def expression(tokens):
    left = term(tokens)
    if tokens and tokens[0] in "+-":
        op = tokens.pop(0)
        right = expression(tokens)
        return left + right if op == "+" else left - right
    return left


def term(tokens):
    left = factor(tokens)
    if tokens and tokens[0] in "*/":
        op = tokens.pop(0)
        right = term(tokens)
        return left * right if op == "*" else int(left / right)
    return left


def factor(tokens):
    token = tokens.pop(0)
    if token == "(":
        inner = expression(tokens)
        tokens.pop(0)
        return inner
    return int(token)


for line in sys.stdin:
    try:
        print(expression(re.findall(r"[0-9]+|\S", line)))
    except ZeroDivisionError:
        print("error")
