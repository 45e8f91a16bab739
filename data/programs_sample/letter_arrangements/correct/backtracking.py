from typing import Dict, Iterator


def arrange(letters: Dict[str, int], length: int, prefix: str = "") -> Iterator[str]:
    """Yield the arrangements in alphabetical order."""
    if len(prefix) == length:
        yield prefix
        return
    for letter in sorted(letters):
        if letters[letter]:
            letters[letter] -= 1
            yield from arrange(letters, length, prefix + letter)
            letters[letter] += 1


word = input()
counts: Dict[str, int] = {}
for c in word:
    counts[c] = counts.get(c, 0) + 1
words = list(arrange(counts, len(word)))
position = words.index(word) + 1
print(len(words), position, (words + ["last"])[position])
