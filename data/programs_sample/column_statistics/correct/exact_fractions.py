from fractions import Fraction
from math import sqrt

n = int(input())
a = sorted(map(Fraction, input().split()))
m = sum(a) / n
v = sum(x * x for x in a) / n - m * m
print(float(m), float((a[n // 2] + a[-1 - n // 2]) / 2), sqrt(v))
