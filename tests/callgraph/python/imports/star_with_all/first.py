__all__ = ["clean"]


def clean():
    pass
