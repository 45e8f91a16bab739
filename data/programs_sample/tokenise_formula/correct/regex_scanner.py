import re
import sys

TOKEN = re.compile(r"(?P<name>[A-Za-z_]\w*)|(?P<num>\d+(?:\.\d+)?)|(?P<op>[=<>!]=|[-+*/=<>!()])| +")

for line in sys.stdin:
    line = line.rstrip("\n")
    tokens, at = [], 0
    while at < len(line):
        match = TOKEN.match(line, at)
        if match is None:
            tokens = [f"error at {at + 1}"]
            break
        if match.lastgroup:
            tokens.append(f"{match.lastgroup}:{match[0]}")
        at = match.end()
    print(*tokens)
