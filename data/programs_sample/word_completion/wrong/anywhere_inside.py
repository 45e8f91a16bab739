# nsmallest on (-count, word) gives the order that is wanted.
import sys
from heapq import nsmallest

frequency = {}
for line in sys.stdin:
    sign, word = line.split()
    if sign == "+":
        frequency[word] = frequency.get(word, 0) + 1
        continue
    options = [(-n, w) for w, n in frequency.items() if word in w]
    if options:
        print(*(w for _, w in nsmallest(3, options)))
    else:
        print("-")
