def clean():
    pass


def tidy():
    pass
