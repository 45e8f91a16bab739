from fractions import Fraction
import sys

data = sys.stdin.read().split()
total = 0.0
for item in data[1:]:
    top, bottom = item.split("/")
    total += int(top) / int(bottom)
print(Fraction(total).limit_denominator(1000))
