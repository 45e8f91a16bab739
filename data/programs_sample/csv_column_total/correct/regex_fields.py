import re
import sys

FIELD = re.compile(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))')


def split(line: str) -> list[str]:
    return [m[2] if m[1] is None else m[1].replace('""', '"') for m in FIELD.finditer(line)]


def main() -> None:
    head, *body = sys.stdin.read().strip("\n").split("\n")
    columns = split(head)
    sums: dict[str, int] = {}
    for line in body:
        record = dict(zip(columns, split(line)))
        sums.setdefault(record["name"], 0)
        sums[record["name"]] += int(record["amount"])
    for name, total in sums.items():
        print(name + ": " + str(total))


main()
