import sys
from collections import Counter
from math import factorial, prod


def arrangements(letters):
    """Return the number of different arrangements of a multiset of letters."""
    return factorial(sum(letters.values())) // prod(map(factorial, letters.values()))


def rank(word):
    letters = Counter(word)
    before = 0
    for letter in word:
        for smaller in [s for s in letters if s < letter and letters[s]]:
            letters[smaller] -= 1
            before += arrangements(letters)
            letters[smaller] += 1
        letters[letter] -= 1
    return before + 1


def successor(word):
    for i in range(len(word) - 2, -1, -1):
        larger = [j for j in range(i + 1, len(word)) if word[j] > word[i]]
        if larger:
            j = min(larger, key=lambda j: word[j])
            tail = sorted(word[i:j] + word[j + 1:])
            return word[:i] + word[j] + "".join(tail)
    return "last"


word = sys.stdin.readline().strip()
print(arrangements(Counter(word)), rank(word), successor(word))
