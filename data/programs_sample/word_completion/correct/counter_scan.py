import sys
from collections import Counter

counts = Counter()
for line in sys.stdin:
    command, text = line.split()
    if command == "+":
        counts[text] += 1
    else:
        matches = [w for w in counts if w.startswith(text)]
        matches.sort(key=lambda w: (-counts[w], w))
        print(" ".join(matches[:3]) or "-")
