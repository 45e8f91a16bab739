import sys


def parse(line: str) -> list[str]:
    row: list[str] = [""]
    inside = False
    for ch in line.rstrip("\n"):
        if ch == '"':
            inside = not inside
        elif ch == "," and not inside:
            row.append("")
        else:
            row[-1] += ch
    return row


header = parse(sys.stdin.readline())
sums: dict[str, int] = {}
for text in sys.stdin:
    item = dict(zip(header, parse(text)))
    sums[item["name"]] = sums.get(item["name"], 0) + int(item["amount"])
for who, total in sums.items():
    print(f"{who}: {total}")
