import sys
from decimal import ROUND_HALF_UP, Decimal

total = Decimal("0.00")
for line in sys.stdin:
    if line.strip():
        _, price, pieces = line.split()
        total += Decimal(price) * int(pieces)
tax = (total * Decimal("0.19")).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
print(total, tax)
