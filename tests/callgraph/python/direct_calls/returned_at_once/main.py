def target():
    pass


def make():
    return target


make()()
