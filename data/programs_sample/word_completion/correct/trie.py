import sys
from typing import Dict, Iterator, Tuple


class Trie:
    """A tree of letters; `count` is how often the word that ends here was typed."""

    def __init__(self) -> None:
        self.children: Dict[str, "Trie"] = {}
        self.count = 0

    def add(self, word: str) -> None:
        node = self
        for letter in word:
            node = node.children.setdefault(letter, Trie())
        node.count += 1

    def words(self, prefix: str) -> Iterator[Tuple[int, str]]:
        if self.count:
            yield -self.count, prefix
        for letter, child in self.children.items():
            yield from child.words(prefix + letter)

    def complete(self, prefix: str) -> Iterator[Tuple[int, str]]:
        node = self
        for letter in prefix:
            if letter not in node.children:
                return iter(())
            node = node.children[letter]
        return node.words(prefix)


trie = Trie()
for line in sys.stdin.read().splitlines():
    sign, word = line.split()
    if sign == "+":
        trie.add(word)
    else:
        best = sorted(trie.complete(word))[:3]
        print(" ".join(w for _, w in best) if best else "-")
