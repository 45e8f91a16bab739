def target():
    pass


def third(function):
    return function()


def second(function):
    return third(function)


def first(function):
    return second(function)


first(target)
