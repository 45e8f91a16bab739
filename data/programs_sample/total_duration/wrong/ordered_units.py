import sys
from collections import OrderedDict

WORTH = OrderedDict(h=3600, m=60, s=1)


def parse(text):
    total, number, allowed = 0, "", list(WORTH)
    for ch in text:
        if ch.isdigit():
            number += ch
        elif ch in allowed and number:
            total += WORTH[ch] * int(number)
            del allowed[:allowed.index(ch) + 1]
            number = ""
        else:
            raise ValueError("unexpected " + ch)
    return total


sums = []
errors = 0
for line in sys.stdin:
    if line.strip():
        try:
            sums.append(parse(line.strip("\n")))
        except ValueError:
            errors += 1
t = sum(sums)
print("%d:%02d:%02d\n%d" % (t // 3600, t % 3600 // 60, t % 60, errors))
