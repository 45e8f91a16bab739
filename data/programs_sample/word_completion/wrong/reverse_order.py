import sys
from collections import Counter

seen = Counter()
for line in sys.stdin.read().splitlines():
    command, text = line.split()
    if command == "+":
        seen.update([text])
        continue
    found = sorted(((n, w) for w, n in seen.items() if w.startswith(text)), reverse=True)
    print(" ".join(w for _, w in found[:3]) if found else "-")
