import sys
from math import factorial


def following(word):
    """Return the arrangement after word, or None."""
    letters = list(word)
    for i in reversed(range(len(letters) - 1)):
        if letters[i] < letters[i + 1]:
            j = max(k for k in range(i + 1, len(letters)) if letters[k] > letters[i])
            letters[i], letters[j] = letters[j], letters[i]
            return "".join(letters)
    return None


def count(letters):
    total = factorial(len(letters))
    for letter in set(letters):
        total //= factorial(letters.count(letter))
    return total


word = sys.stdin.read().strip()
rank = 1
for i, letter in enumerate(word):
    for other in set(word[i:]):
        if other < letter:
            rank += count(word[i:].replace(other, "", 1))
print(count(word), rank, following(word) or "last")
