import sys
from dataclasses import dataclass, field


@dataclass
class Tree:
    value: int
    children: list = field(default_factory=list)

    def numbers(self):
        """All numbers of the tree, this one included."""
        result = {self.value}
        for child in self.children:
            if child:
                result |= child.numbers()
        return result

    def ordered(self):
        sides = [child.numbers() if child else set() for child in self.children] + [set(), set()]
        here = all(n < self.value for n in sides[0]) and all(n > self.value for n in sides[1])
        return here and all(child.ordered() for child in self.children if child)


nodes = [None if t == "-" else Tree(int(t)) for t in sys.stdin.readline().split()]
open_nodes = [node for node in nodes if node]
for i, node in enumerate(nodes[1:]):
    open_nodes[i // 2].children.append(node)
print("yes" if not nodes or nodes[0].ordered() else "no")
