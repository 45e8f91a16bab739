import sys


class Node:
    def __init__(self, value):
        self.value, self.left, self.right = value, None, None


def add(node, x):
    if node is None:
        return Node(x)
    if x < node.value:
        node.left = add(node.left, x)
    elif x > node.value:
        node.right = add(node.right, x)
    return node


def delete(node, x):
    """Return the tree without x."""
    if x < node.value:
        node.left = delete(node.left, x)
    elif x > node.value:
        node.right = delete(node.right, x)
    elif node.left is None or node.right is None:
        return node.left or node.right
    else:
        other = node.left
        while other.right:
            other = other.right
        node.value = other.value
        node.left = delete(node.left, other.value)
    return node


def depth(node, x):
    level = 0
    while node and node.value != x:
        node = node.left if x < node.value else node.right
        level += 1
    return level if node else None


def preorder(node):
    return [str(node.value)] + preorder(node.left) + preorder(node.right) if node else []


root = None
for line in sys.stdin.read().splitlines():
    command, x = line.split()[0], int(line.split()[1])
    level = depth(root, x)
    if command == "add":
        root = add(root, x)
        if level is not None:
            print("double")
    elif level is None:
        print("missing")
    elif command == "depth":
        print(level)
    else:
        root = delete(root, x)
print(" ".join(preorder(root)) or "empty")
