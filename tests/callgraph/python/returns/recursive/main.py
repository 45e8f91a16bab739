def target():
    pass


def search(depth):
    if depth:
        return search(depth - 1)
    return target


search(2)()
