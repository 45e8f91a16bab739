import sys


def fill(line: list[str], width: int) -> str:
    """Hand out the dots one by one, from the left."""
    if len(line) == 1:
        return line[0] + "." * (width - len(line[0]))
    line = list(line)
    missing = width - sum(len(word) for word in line)
    gap = 0
    while missing > 0:
        line[gap] += "."
        gap = (gap + 1) % (len(line) - 1)
        missing -= 1
    return "".join(line)


def justify(words: list[str], width: int) -> list[str]:
    lines: list[str] = []
    current: list[str] = []
    used = 0
    for word in words:
        if current and used + len(current) + len(word) > width:
            lines.append(fill(current, width))
            current, used = [], 0
        current.append(word)
        used += len(word)
    last = ".".join(current)
    return lines + [last + "." * (width - len(last))]


tokens = sys.stdin.read().split()
print("\n".join(justify(tokens[1:], int(tokens[0]))))
