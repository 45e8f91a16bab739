def target():
    pass


def choose():
    try:
        return target
    finally:
        clean()


def clean():
    pass


choose()()
