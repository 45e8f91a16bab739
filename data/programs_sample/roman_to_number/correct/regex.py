import re
import sys

SYMBOLS = [("CM", 900), ("CD", 400), ("XC", 90), ("XL", 40), ("IX", 9), ("IV", 4),
           ("M", 1000), ("D", 500), ("C", 100), ("L", 50), ("X", 10), ("V", 5), ("I", 1)]
VALUES = dict(SYMBOLS)
PATTERN = re.compile("|".join(name for name, _ in SYMBOLS))


def value(numeral: str) -> int:
    """Split the numeral into one- and two-letter symbols and add them up."""
    return sum(VALUES[symbol] for symbol in PATTERN.findall(numeral))


print("\n".join(str(value(line)) for line in sys.stdin.read().split()))
