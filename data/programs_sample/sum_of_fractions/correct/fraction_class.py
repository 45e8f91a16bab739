from fractions import Fraction

k = int(input())
terms = (Fraction(input()) for _ in range(k))
print(sum(terms))
