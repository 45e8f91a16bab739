class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right


def inorder(node):
    return inorder(node.left) + [node.value] + inorder(node.right) if node else []


tokens = input().split()
nodes = [None if t == "-" else Node(int(t)) for t in tokens]
parents = iter([n for n in nodes if n])
position = 1
while position < len(nodes):
    parent = next(parents)
    parent.left = nodes[position]
    if position + 1 < len(nodes):
        parent.right = nodes[position + 1]
    position += 2
sequence = inorder(nodes[0]) if nodes else []
print("yes" if sequence == sorted(sequence) else "no")
