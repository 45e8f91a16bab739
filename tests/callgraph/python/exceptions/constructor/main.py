class Failure(Exception):
    def __init__(self):
        pass


def work():
    raise Failure()


try:
    work()
except Failure:
    pass
