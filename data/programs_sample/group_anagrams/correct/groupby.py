import sys
from itertools import groupby

words = sorted(sys.stdin.read().split()[1:])
for _, group in groupby(sorted(words, key=sorted), key=sorted):
    print(" ".join(group))
