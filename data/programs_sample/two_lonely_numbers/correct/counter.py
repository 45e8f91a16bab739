import sys
from collections import Counter

counts = Counter(map(int, sys.stdin.read().split()))
print(*sorted(x for x, n in counts.items() if n % 2))
