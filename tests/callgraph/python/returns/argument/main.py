def first():
    pass


def second():
    pass


def same(function):
    return function


same(first)()
same(second)()
