import re
import sys

PATTERN = r"([A-Za-z_]\w*)|(\d+(?:\.\d+)?)|([=<>!]=|[-+*/=<>!()])"

for line in sys.stdin.read().splitlines():
    parts = []
    for name, number, op in re.findall(PATTERN, line):
        if name:
            parts.append("name:" + name)
        elif number:
            parts.append("num:" + number)
        else:
            parts.append("op:" + op)
    print(" ".join(parts))
