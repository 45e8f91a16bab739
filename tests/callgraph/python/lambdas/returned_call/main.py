def choose():
    return target


def target():
    pass


action = lambda: choose()
action()()
