def check(tree, low, high):
    if tree is None:
        return True
    value, left, right = tree
    if low and value <= low:
        return False
    if high and value >= high:
        return False
    return check(left, low, value) and check(right, value, high)


def main():
    tokens = open(0).read().split()
    if not tokens:
        print("yes")
        return
    root = [int(tokens[0]), None, None]
    queue = [root]
    for i, token in enumerate(tokens[1:]):
        if token != "-":
            child = [int(token), None, None]
            queue[i // 2][1 + i % 2] = child
            queue.append(child)
    print("yes" if check(root, None, None) else "no")


main()
