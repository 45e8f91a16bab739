def other():
    pass


def instead(function):
    return other


@instead
def target():
    pass


target()
