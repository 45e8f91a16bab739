def clean():
    tidy()


def tidy():
    pass
