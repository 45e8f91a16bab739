import sys
from collections import defaultdict

tokens = sys.stdin.read().split()
count = int(tokens[0])
buckets = defaultdict(list)
for word in tokens[1:count + 1]:
    buckets[frozenset(word)].append(word)
for key in buckets:
    print(" ".join(sorted(buckets[key])))
