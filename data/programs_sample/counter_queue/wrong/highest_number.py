# free[i] is the minute from which counter i is free.
import sys

tokens = list(map(int, sys.stdin.read().split()))
k, times = tokens[0], tokens[1:]
free = [0] * k
count = [0] * k
for t in times:
    best = 0
    for i in range(1, k):
        if free[i] <= free[best]:
            best = i
    free[best] += t
    count[best] += 1
winner = 0
for i in range(k):
    if count[i] > count[winner]:
        winner = i
print(max(free), winner + 1)
