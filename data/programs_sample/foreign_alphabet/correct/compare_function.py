import sys
from functools import cmp_to_key


def make_compare(alphabet):
    def compare(a, b):
        for x, y in zip(a, b):
            if x != y:
                return alphabet.index(x) - alphabet.index(y)
        return len(a) - len(b)

    return compare


lines = sys.stdin.read().splitlines()
words = lines[2:2 + int(lines[1])]
words.sort(key=cmp_to_key(make_compare(lines[0])))
for word in words:
    print(word)
