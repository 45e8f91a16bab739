import bisect
from collections import defaultdict

words = open(0).read().split()
places = defaultdict(list)
for j, c in enumerate(words[1]):
    places[c].append(j)

# ends[k] = (smallest end in the second word, text) of a common subsequence of length k + 1
ends = []
for c in words[0]:
    for j in reversed(places[c]):
        k = bisect.bisect_left(ends, (j,))
        text = (ends[k - 1][1] if k else "") + c
        if k == len(ends):
            ends.append((j, text))
        elif j < ends[k][0]:
            ends[k] = (j, text)
print(ends[-1][1] if ends else "-")
