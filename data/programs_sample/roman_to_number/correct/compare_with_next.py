import sys

VALUE = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def to_number(numeral):
    total = 0
    for here, after in zip(numeral, numeral[1:] + "I"):
        if VALUE[here] < VALUE[after]:
            total -= VALUE[here]
        else:
            total += VALUE[here]
    return total


for line in sys.stdin:
    if line.strip():
        print(to_number(line.strip()))
