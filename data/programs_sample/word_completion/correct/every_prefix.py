# The three best words of each beginning are kept up to date while words are typed.
import sys
from collections import defaultdict

typed = defaultdict(int)
best = defaultdict(list)


def learn(word):
    typed[word] += 1
    for end in range(1, len(word) + 1):
        top = best[word[:end]]
        if word not in top:
            top.append(word)
        top.sort(key=lambda w: (-typed[w], w))
        del top[3:]


for line in sys.stdin:
    if line.startswith("+"):
        learn(line[2:].strip())
    else:
        print(" ".join(best.get(line[2:].strip(), [])) or "-")
