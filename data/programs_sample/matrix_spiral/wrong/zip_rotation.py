import sys


def unroll(rows):
    """Take the first row, turn the rest, and repeat."""
    numbers = []
    while rows:
        numbers.extend(rows[0])
        rest = rows[1:]
        rows = [column[::-1] for column in zip(*rest)]
    return numbers


def main():
    sys.stdin.readline()
    table = [tuple(line.split()) for line in sys.stdin]
    print(" ".join(unroll(table)))


if __name__ == "__main__":
    main()
