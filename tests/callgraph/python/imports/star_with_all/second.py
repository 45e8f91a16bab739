__all__ = ["tidy"]


def clean():
    pass


def tidy():
    pass
