def inner():
    yield 1


def outer():
    yield from inner()


for number in outer():
    pass
