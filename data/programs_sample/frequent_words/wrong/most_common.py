import re
import sys
from collections import Counter

lines = sys.stdin.read().lower().split("\n")
k = int(lines[0])
counter = Counter()
for line in lines[1:]:
    counter.update(re.findall(r"[a-z]+", line))
for word, count in counter.most_common(k):
    print(word, count)
