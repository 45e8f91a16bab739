def roman(text):
    """Value of a Roman numeral, read from left to right."""
    worth = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000)))
    total = 0
    previous = 0
    for letter in text:
        current = worth[letter]
        total += current
        if previous < current:
            total -= 2 * previous
        previous = current
    return total


print(roman(input().strip()))
