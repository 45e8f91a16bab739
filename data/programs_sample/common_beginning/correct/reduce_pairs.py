import sys
from functools import reduce
from itertools import takewhile
from operator import eq


def shared(a, b):
    return a[:len(list(takewhile(bool, map(eq, a, b))))]


_, *words = sys.stdin.read().split()
result = reduce(shared, words)
print(result if result else "-")
