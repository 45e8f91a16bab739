import string
import sys


def clean(word: str) -> str:
    return word.strip(string.punctuation + string.digits).lower()


def count_words(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for raw in text.split():
        word = clean(raw)
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts


k = int(sys.stdin.readline())
counts = count_words(sys.stdin.read())
best = sorted(counts, key=lambda word: (-counts[word], word))
for word in best[:k]:
    print(word, counts[word])
