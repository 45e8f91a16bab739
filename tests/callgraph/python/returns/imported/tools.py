def choose():
    return clean


def clean():
    pass
