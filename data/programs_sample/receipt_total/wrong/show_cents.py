import sys


def parse(line):
    """Return the amount of a line in cents."""
    _, price, pieces = line.split()
    return int(price.replace(".", "")) * int(pieces)


def text(cents):
    euros, rest = divmod(cents, 100)
    return str(euros) + "." + str(rest)


lines = [line for line in sys.stdin.read().splitlines() if line]
total = sum(map(parse, lines))
print(text(total), text((total * 19 + 50) // 100))
