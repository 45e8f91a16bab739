def mark(function):
    return function


@mark
def target():
    pass


target()
