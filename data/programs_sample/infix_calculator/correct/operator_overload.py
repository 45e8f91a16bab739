import re
import sys


class Whole(int):
    """An integer whose division rounds towards zero."""

    def __add__(self, other):
        return Whole(int(self) + int(other))

    def __sub__(self, other):
        return Whole(int(self) - int(other))

    def __mul__(self, other):
        return Whole(int(self) * int(other))

    def __truediv__(self, other):
        quotient, rest = divmod(int(self), int(other))
        return Whole(quotient + (rest != 0 and quotient < 0))


for line in sys.stdin.read().splitlines():
    source = re.sub(r"(\d+)", r"Whole('\1')", line.strip())
    try:
        print(int(eval(source)))
    except ZeroDivisionError:
        print("error")
