import sys
from itertools import zip_longest

word = sorted(sys.stdin.readline().strip())
half = (len(word) + 1) // 2
mixed = ""
for a, b in zip_longest(word[:half], word[half:], fillvalue=""):
    mixed += a + b
for a, b in zip(mixed, mixed[1:]):
    if a == b:
        print("impossible")
        break
else:
    print(mixed)
