import sys


def insert(tree, x):
    node = tree
    while node:
        side = "left" if x < node["x"] else "right"
        if node[side] is None:
            node[side] = {"x": x, "left": None, "right": None}
            return tree
        node = node[side]
    return {"x": x, "left": None, "right": None}


def remove(tree, x):
    if x < tree["x"]:
        tree["left"] = remove(tree["left"], x)
    elif x > tree["x"]:
        tree["right"] = remove(tree["right"], x)
    elif tree["left"] and tree["right"]:
        above, heir = tree, tree["right"]
        while heir["left"]:
            above, heir = heir, heir["left"]
        tree["x"] = heir["x"]
        if above is tree:
            above["right"] = heir["right"]
        else:
            above["left"] = None
    else:
        return tree["left"] or tree["right"]
    return tree


def listing(tree):
    return [tree["x"], *listing(tree["left"]), *listing(tree["right"])] if tree else []


tree = None
for line in sys.stdin:
    command, x = line.split()[0], int(line.split()[1])
    node, depth = tree, 0
    while node and node["x"] != x:
        node, depth = node["left" if x < node["x"] else "right"], depth + 1
    if command == "add" and node:
        print("double")
    elif command == "add":
        tree = insert(tree, x)
    elif node is None:
        print("missing")
    elif command == "del":
        tree = remove(tree, x)
    else:
        print(depth)
print(*(listing(tree) or ["empty"]))
