def numbers():
    yield 1


def check(number):
    pass


def consume(items):
    for item in items:
        check(item)


consume(numbers())
