import sys
from math import sqrt
from statistics import NormalDist

data = [int(x) for x in sys.stdin.read().split()]
t, dice = data[0], data[1:]
mean = sum((s + 1) / 2 for s in dice)
variance = sum((s * s - 1) / 12 for s in dice)
low, high = len(dice), sum(dice)
if t <= low:
    print(1.0)
elif t > high:
    print(0.0)
else:
    print(1 - NormalDist(mean, sqrt(variance)).cdf(t - 0.5))
