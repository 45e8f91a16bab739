import sys


def insert(tree, x):
    if tree is None:
        return (x, None, None)
    value, left, right = tree
    if x < value:
        return (value, insert(left, x), right)
    return (value, left, insert(right, x))


def smallest(tree):
    return tree[0] if tree[1] is None else smallest(tree[1])


def remove(tree, x):
    value, left, right = tree
    if x < value:
        return (value, remove(left, x), right)
    if x > value:
        return (value, left, remove(right, x))
    if left is None or right is None:
        return left or right
    heir = smallest(right)
    return (heir, left, remove(right, heir))


def depth(tree, x):
    if tree is None:
        return None
    if tree[0] == x:
        return 0
    below = depth(tree[1] if x < tree[0] else tree[2], x)
    return None if below is None else below + 1


def preorder(tree):
    return [] if tree is None else [tree[0]] + preorder(tree[1]) + preorder(tree[2])


tree = None
for line in sys.stdin:
    command, x = line.split()[0], int(line.split()[1])
    found = depth(tree, x)
    if command == "add" and found is not None:
        print("double")
    elif command == "add":
        tree = insert(tree, x)
    elif found is None:
        print("missing")
    elif command == "del":
        tree = remove(tree, x)
    else:
        print(found)
print(*preorder(tree) or ["empty"])
