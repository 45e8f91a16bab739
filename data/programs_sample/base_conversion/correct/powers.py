def to_number(text, base):
    total = 0
    for place, char in enumerate(reversed(text)):
        digit = ord(char) - 48 if char.isdigit() else ord(char) - 55
        total += digit * base**place
    return total


def to_text(number, base):
    """Find the highest power first, then read the digits from left to right."""
    power = 1
    while power * base <= number:
        power *= base
    chars = []
    while power:
        digit = number // power
        chars.append(chr(48 + digit) if digit < 10 else chr(55 + digit))
        number -= digit * power
        power //= base
    return "".join(chars)


a, b, text = input().split()
prefix = ""
if text[0] == "-":
    prefix, text = "-", text[1:]
print(prefix + to_text(to_number(text, int(a)), int(b)))
