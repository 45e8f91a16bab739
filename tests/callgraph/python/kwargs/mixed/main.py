def first():
    pass


def second():
    pass


def third():
    pass


def run(a, *rest, b, **more):
    rest[0]()
    b()
    more["c"]()


run(None, first, b=second, c=third)
