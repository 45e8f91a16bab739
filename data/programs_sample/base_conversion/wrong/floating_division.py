import sys
from math import floor

a, b, text = sys.stdin.read().split()
b = int(b)
value = int(text, int(a))
sign = ""
if value < 0:
    sign = "-"
    value = -value
digits = ""
while value >= b:
    r = value % b
    digits = (chr(r + 48) if r < 10 else chr(r + 55)) + digits
    value = floor(value / b)
digits = (chr(value + 48) if value < 10 else chr(value + 55)) + digits
print(sign + digits)
