"""Multiply on paper: the number is a list of decimal digits, lowest first."""


def times(digits, factor):
    result = []
    carry = 0
    for d in digits:
        carry += d * factor
        result.append(carry % 10)
        carry //= 10
    while carry:
        result.append(carry % 10)
        carry //= 10
    return result


a, b = [int(w) for w in input().split()]
number = [1]
for _ in range(b):
    number = times(number, a)
print(sum(number))
