def inner():
    return 1


def outer(number):
    return number


outer(inner())
