from contextlib import contextmanager


def prepare():
    pass


@contextmanager
def session():
    prepare()
    yield


with session():
    pass
