def number():
    return 1


def add(a, b):
    return a + b


add(number(), add(number(), 2))
