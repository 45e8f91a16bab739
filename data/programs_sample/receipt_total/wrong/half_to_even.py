from decimal import Decimal

TAX = Decimal("0.19")


def rows():
    while True:
        try:
            row = input()
        except EOFError:
            return
        if row:
            yield row


amount = Decimal("0.00")
for row in rows():
    price, pieces = row.split()[1:]
    amount += Decimal(price) * Decimal(pieces)
print(amount, (amount * TAX).quantize(Decimal("0.00")))
