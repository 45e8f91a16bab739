def attempt():
    pass


def succeed():
    pass


def fail():
    pass


def clean():
    pass


def run(bad):
    try:
        attempt()
        if bad:
            raise KeyError
    except KeyError:
        fail()
    else:
        succeed()
    finally:
        clean()


run(True)
run(False)
