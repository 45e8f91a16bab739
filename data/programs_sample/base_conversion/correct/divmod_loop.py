DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

a, b, text = input().split()
value = int(text, int(a))
base = int(b)
sign = "-" if value < 0 else ""
value = abs(value)
out = ""
while True:
    value, d = divmod(value, base)
    out = DIGITS[d] + out
    if value == 0:
        break
print(sign + out)
