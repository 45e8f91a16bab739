from collections import Counter
from typing import List


def propose(counts: Counter, beginning: str) -> List[str]:
    """Return up to three words, the most frequent first."""
    matching = Counter({w: n for w, n in counts.items() if w[:len(beginning)] == beginning})
    return [word for word, _ in matching.most_common(3)]


counts: Counter = Counter()
for line in open(0):
    sign, word = line.split()
    if sign == "+":
        counts[word] += 1
    else:
        print(*propose(counts, word) or ["-"])
