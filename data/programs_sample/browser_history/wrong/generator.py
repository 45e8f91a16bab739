import sys


def run(commands):
    """Yield the page after each command."""
    pages, here = ["start"], 0
    for command, argument in commands:
        try:
            if command == "visit":
                pages = pages[:here + 1] + [argument]
                target = here + 1
            elif command == "back":
                target = here - int(argument)
                if target < 0:
                    raise IndexError(target)
            else:
                target = here + int(argument)
            pages[target]
            here = target
        except IndexError:
            pass
        yield pages[here]


_, *rows = sys.stdin.read().splitlines()
for page in run(row.split() for row in rows):
    print(page)
