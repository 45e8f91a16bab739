import re
import sys


def cut(line):
    """Split at the commas that are followed by an even number of quotes."""
    for field in re.split(r',(?=(?:[^"]*"[^"]*")*[^"]*$)', line.rstrip("\n")):
        yield field[1:-1].replace('""', '"') if field.startswith('"') else field


rows = [list(cut(line)) for line in sys.stdin]
a, b = rows[0].index("name"), rows[0].index("amount")
seen = []
for row in rows[1:]:
    if row[a] not in seen:
        seen.append(row[a])
for name in seen:
    print(name + ":", sum(int(row[b]) for row in rows[1:] if row[a] == name))
