import sys
from typing import List


class Trie:
    def __init__(self) -> None:
        self.children: dict[str, "Trie"] = {}
        self.ends = False

    def add(self, word: str) -> None:
        node = self
        for letter in word:
            node = node.children.setdefault(letter, Trie())
        node.ends = True

    def single_path(self) -> str:
        node, path = self, ""
        while len(node.children) == 1 and not node.ends:
            letter = next(iter(node.children))
            path += letter
            node = node.children[letter]
        return path


words: List[str] = sys.stdin.read().split()[1:]
trie = Trie()
for word in words:
    trie.add(word)
print(trie.single_path())
