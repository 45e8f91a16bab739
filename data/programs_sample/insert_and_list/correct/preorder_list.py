# A search tree is fully given by its preorder, so a list of numbers is kept instead.
import sys


def split(order):
    """Return root, left part and right part of a tree in preorder."""
    head, rest = order[0], order[1:]
    cut = sum(1 for v in rest if v < head)
    return head, rest[:cut], rest[cut:]


def insert(order, x):
    if not order:
        return [x]
    head, low, high = split(order)
    if x < head:
        return [head] + insert(low, x) + high
    return [head] + low + insert(high, x)


def delete(order, x):
    head, low, high = split(order)
    if x < head:
        return [head] + delete(low, x) + high
    if x > head:
        return [head] + low + delete(high, x)
    if low and high:
        return [min(high)] + low + delete(high, min(high))
    return low + high


def depth(order, x):
    head, low, high = split(order)
    return 0 if x == head else 1 + depth(low if x < head else high, x)


order = []
for line in sys.stdin:
    verb, word = line.split()
    x = int(word)
    if verb == "add":
        if x in order:
            print("double")
        else:
            order = insert(order, x)
    elif x not in order:
        print("missing")
    elif verb == "del":
        order = delete(order, x)
    else:
        print(depth(order, x))
print(" ".join(map(str, order)) if order else "empty")
