from collections import deque
from math import inf


class Node:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None


def build(entries):
    if not entries:
        return None
    values = iter(entries)
    root = Node(int(next(values)))
    waiting = deque([root])
    while waiting:
        node = waiting.popleft()
        for side in ("left", "right"):
            entry = next(values, "-")
            if entry != "-":
                child = Node(int(entry))
                setattr(node, side, child)
                waiting.append(child)
    return root


def is_search_tree(node, low=-inf, high=inf):
    """Every number must lie strictly between the bounds that its ancestors set."""
    if node is None:
        return True
    if not low < node.value < high:
        return False
    return is_search_tree(node.left, low, node.value) and is_search_tree(node.right, node.value, high)


print("yes" if is_search_tree(build(input().split())) else "no")
