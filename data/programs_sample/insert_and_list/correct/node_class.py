import sys
from typing import Iterator, Optional


class Node:
    """A node; a missing number is shown by an empty slot of its parent."""

    def __init__(self, value: Optional[int] = None) -> None:
        self.value = value
        self.left: "Node | None" = None
        self.right: "Node | None" = None


class Tree:
    def __init__(self) -> None:
        self.top = Node()  # the tree hangs on its right side

    def find(self, x: int) -> tuple[Node, str, int]:
        """Return the parent of x, the side on which x is or would be, and the depth."""
        parent, side, depth = self.top, "right", 0
        while (node := getattr(parent, side)) is not None and node.value != x:
            parent, side, depth = node, "left" if x < node.value else "right", depth + 1
        return parent, side, depth

    def remove(self, x: int) -> None:
        parent, side, _ = self.find(x)
        node = getattr(parent, side)
        if node.left is None or node.right is None:
            setattr(parent, side, node.left or node.right)
            return
        heir = node.right
        while heir.left:
            heir = heir.left
        self.remove(heir.value)
        node.value = heir.value

    def preorder(self, node: Optional[Node]) -> Iterator[int]:
        if node:
            yield node.value
            yield from self.preorder(node.left)
            yield from self.preorder(node.right)


tree = Tree()
for command, text in map(str.split, sys.stdin):
    parent, side, depth = tree.find(int(text))
    there = getattr(parent, side) is not None
    if command == "add":
        print("double") if there else setattr(parent, side, Node(int(text)))
    elif not there:
        print("missing")
    elif command == "depth":
        print(depth)
    else:
        tree.remove(int(text))
print(" ".join(map(str, tree.preorder(tree.top.right))) or "empty")
