import sys
from collections import defaultdict


def fields(line):
    """Split one line of the table into its fields."""
    result, current, quoted = [], "", False
    i = 0
    while i < len(line):
        ch = line[i]
        if quoted:
            if ch == '"' and line[i + 1:i + 2] == '"':
                current += '"'
                i += 1
            elif ch == '"':
                quoted = False
            else:
                current += ch
        elif ch == '"':
            quoted = True
        elif ch == ",":
            result.append(current)
            current = ""
        else:
            current += ch
        i += 1
    result.append(current)
    return result


lines = sys.stdin.read().splitlines()
header = fields(lines[0])
name, amount = header.index("name"), header.index("amount")
totals = defaultdict(int)
for line in lines[1:]:
    row = fields(line)
    totals[row[name]] += int(row[amount])
for key in totals:
    print(f"{key}: {totals[key]}")
