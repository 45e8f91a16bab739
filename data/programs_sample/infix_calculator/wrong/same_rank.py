import re
import sys

priority = {"+": 1, "-": 1, "*": 1, "/": 1}

for line in sys.stdin:
    out, ops = [], []
    for tok in re.findall(r"\d+|[-+*/()]", line):
        if tok.isdigit():
            out.append(tok)
        elif tok == "(":
            ops.append(tok)
        elif tok == ")":
            while ops[-1] != "(":
                out.append(ops.pop())
            ops.pop()
        else:
            while ops and ops[-1] != "(" and priority[ops[-1]] >= priority[tok]:
                out.append(ops.pop())
            ops.append(tok)
    out += reversed(ops)
    stack = []
    try:
        for tok in out:
            if tok.isdigit():
                stack.append(int(tok))
                continue
            y = stack.pop()
            x = stack.pop()
            if tok == "/":
                q = abs(x) // abs(y)
                stack.append(q if (x < 0) == (y < 0) else -q)
            else:
                stack.append({"+": x + y, "-": x - y, "*": x * y}[tok])
        print(stack[0])
    except ZeroDivisionError:
        print("error")
