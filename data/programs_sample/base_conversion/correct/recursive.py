import string
import sys

ALPHABET = string.digits + string.ascii_uppercase


def show(n: int, base: int) -> str:
    """Write n in the given base."""
    if n < 0:
        return "-" + show(-n, base)
    if n < base:
        return ALPHABET[n]
    return show(n // base, base) + ALPHABET[n % base]


def main() -> None:
    source, target, number = sys.stdin.read().split()
    print(show(int(number, int(source)), int(target)))


main()
