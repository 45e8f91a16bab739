import sys
from fractions import Fraction

alphabet, n, *words = sys.stdin.read().split()
digit = dict(zip(alphabet, range(26)))


def number(word):
    value = Fraction(0)
    for place, letter in enumerate(word, start=1):
        value += Fraction(digit[letter], 26 ** place)
    return value


for word in sorted(words, key=number):
    print(word)
