import sys
from collections import Counter

numbers = list(map(int, sys.stdin.read().split()))
counter = Counter(numbers)
single = [number for number, count in counter.items() if count == 1]
single.sort()
print(*single)
