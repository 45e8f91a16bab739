def first():
    pass


def second():
    pass


def inner(a, b):
    a()
    b()


def outer(*args, **kwargs):
    inner(*args, **kwargs)


outer(first, b=second)
