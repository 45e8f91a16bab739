import sys


class Node(dict):
    end = False


def insert(root, word):
    node = root
    for c in word:
        node = node.setdefault(c, Node())
    node.end = True


def collect(node, word, result):
    """Gather words in alphabetical order."""
    if len(result) == 3:
        return
    if node.end:
        result.append(word)
    for c in sorted(node):
        collect(node[c], word + c, result)


root = Node()
for line in sys.stdin.read().splitlines():
    action, word = line.split()
    if action == "+":
        insert(root, word)
    else:
        node = root
        for c in word:
            node = node.get(c, Node())
        result = []
        collect(node, word, result)
        print(" ".join(result[:3]) or "-")
