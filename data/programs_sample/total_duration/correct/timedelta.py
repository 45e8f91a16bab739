import sys
from datetime import timedelta

UNITS = {"h": "hours", "m": "minutes", "s": "seconds"}


def parse(text):
    """Turn a duration into a timedelta, or raise ValueError."""
    parts = {}
    digits = ""
    for ch in text:
        if ch in "0123456789":
            digits += ch
        elif ch in UNITS and digits and all(unit < ch for unit in parts):
            parts[ch] = int(digits)
            digits = ""
        else:
            raise ValueError(text)
    if digits or not parts:
        raise ValueError(text)
    return timedelta(**{UNITS[unit]: number for unit, number in parts.items()})


total = timedelta()
invalid = 0
for line in sys.stdin.read().splitlines():
    if line.strip():
        try:
            total += parse(line)
        except ValueError:
            invalid += 1
minutes, seconds = divmod(total // timedelta(seconds=1), 60)
print("%d:%02d:%02d" % (*divmod(minutes, 60), seconds))
print(invalid)
