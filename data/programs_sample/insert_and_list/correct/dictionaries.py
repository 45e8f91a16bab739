left, right = {}, {}
root = None


def path_to(x):
    """Return the nodes from the root to x, or to where x would be."""
    path, node = [], root
    while node is not None:
        path.append(node)
        if node == x:
            break
        node = left.get(node) if x < node else right.get(node)
    return path


def hang(parent, old, new):
    global root
    if parent is None:
        root = new
    elif left.get(parent) == old:
        left[parent] = new
    else:
        right[parent] = new


def delete(x):
    path = path_to(x)
    parent = path[-2] if len(path) > 1 else None
    if left.get(x) is None or right.get(x) is None:
        child = left.get(x) if right.get(x) is None else right.get(x)
        hang(parent, x, child)
        left.pop(x, None), right.pop(x, None)
    else:
        heir = right[x]
        while left.get(heir) is not None:
            heir = left[heir]
        delete(heir)
        hang(parent, x, heir)
        left[heir], right[heir] = left.pop(x), right.pop(x)


for line in open(0).read().splitlines():
    word, number = line.split()
    x = int(number)
    path = path_to(x)
    there = bool(path) and path[-1] == x
    if word == "add":
        if there:
            print("double")
        elif not path:
            root = x
        else:
            (left if x < path[-1] else right)[path[-1]] = x
    elif not there:
        print("missing")
    elif word == "depth":
        print(len(path) - 1)
    else:
        delete(x)
stack, order = [root], []
while stack:
    v = stack.pop()
    if v is not None:
        order.append(str(v))
        stack += [right.get(v), left.get(v)]
print(" ".join(order) if order else "empty")
