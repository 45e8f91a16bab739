class Failure(Exception):
    def __init__(self):
        pass


def failure():
    return Failure()


def work():
    raise failure()


try:
    work()
except Failure:
    pass
