from fractions import Fraction
from math import floor

total = Fraction(0)
while True:
    try:
        words = input().split()
    except EOFError:
        break
    if words:
        total += Fraction(words[1]) * int(words[2])
for amount in (total, total * 19 / 100):
    euros, rest = divmod(floor(amount * 100 + Fraction(1, 2)), 100)
    print(euros, str(rest).zfill(2), sep=".", end=" ")
print()
