import sys
from statistics import fmean

lines = sys.stdin.read().split("\n")
k = int(lines[0])
for part in lines[1].split("reset"):
    x = [float(t) for t in part.split()]
    for i in range(1, len(x) + 1):
        print(fmean(x[max(0, i - k):i]))
