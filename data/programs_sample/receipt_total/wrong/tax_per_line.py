import sys
from decimal import Decimal, ROUND_HALF_UP


class Receipt:
    def __init__(self):
        self.total = Decimal("0.00")
        self.tax = Decimal("0.00")

    def add(self, price, pieces):
        amount = Decimal(price) * pieces
        self.total += amount
        self.tax += (amount * 19 / 100).quantize(Decimal("1.00"), ROUND_HALF_UP)


receipt = Receipt()
for line in filter(str.strip, sys.stdin):
    item, price, pieces = line.split()
    receipt.add(price, int(pieces))
print(receipt.total, receipt.tax)
