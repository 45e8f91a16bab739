import string


def convert(number: int, base: int) -> str:
    """Return number in the given base, with letters for digits above nine."""
    alphabet = string.digits + string.ascii_uppercase
    if number == 0:
        return "0"
    digits = []
    rest = abs(number)
    while rest:
        rest, remainder = divmod(rest, base)
        digits.append(alphabet[remainder])
    return ("-" if number < 0 else "") + "".join(digits)


from_base, to_base, text = input().split()
print(convert(int(text, int(from_base)), int(to_base)))
