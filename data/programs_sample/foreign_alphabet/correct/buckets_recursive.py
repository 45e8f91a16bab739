import sys
from collections import defaultdict
from typing import Iterator


def ordered(words: list[str], alphabet: str, depth: int = 0) -> Iterator[str]:
    """Words that agree in their first `depth` letters, in order."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for word in words:
        buckets[word[depth:depth + 1]].append(word)
    yield from buckets[""]
    for letter in alphabet:
        if buckets[letter]:
            yield from ordered(buckets[letter], alphabet, depth + 1)


tokens = sys.stdin.read().split()
for word in ordered(tokens[2:], tokens[0]):
    print(word)
