from bisect import bisect_left, insort
from heapq import nsmallest

words, count = [], {}
for line in open(0):
    kind, word = line.split()
    if kind == "?":
        low, high = bisect_left(words, word), bisect_left(words, word + "{")
        best = nsmallest(3, words[low:high], key=lambda w: (-count[w], w))
        print(*best or ["-"])
    elif word in count:
        count[word] += 1
    else:
        insort(words, word)
        count[word] = 1
