import re
import sys
from collections import Counter

k, _, text = sys.stdin.read().partition("\n")
counts = Counter(re.findall("[a-z]+", text.lower()))
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:int(k)]:
    print(word, n)
