import sys
from string import ascii_letters, digits


def tokens(line):
    """Return the tokens of a line; raise SyntaxError with the bad position."""
    result = []
    i = 0
    while i < len(line):
        start = i
        if line[i] == " ":
            i += 1
            continue
        if line[i] in ascii_letters + "_":
            kind = "name"
            while i < len(line) and line[i] in ascii_letters + digits + "_":
                i += 1
        elif line[i] in digits:
            kind = "num"
            while i < len(line) and line[i] in digits:
                i += 1
            if i + 1 < len(line) and line[i] == "." and line[i + 1] in digits:
                i += 1
                while i < len(line) and line[i] in digits:
                    i += 1
        elif line[i] in "+-*/=<>!()":
            kind = "op"
            i += 2 if line[i:i + 2] in ("==", "<=", ">=", "!=") else 1
        else:
            raise SyntaxError(i + 1)
        result.append(kind + ":" + line[start:i])
    return result


for row in sys.stdin.read().splitlines():
    try:
        print(" ".join(tokens(row)))
    except SyntaxError as error:
        print("error at", error.args[0])
