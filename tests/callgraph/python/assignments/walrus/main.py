def target():
    pass


def choose():
    return target


if chosen := choose():
    chosen()
