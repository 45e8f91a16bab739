def helper():
    return 1


def numbers():
    yield helper()


next(numbers())
