from collections.abc import Callable


def target():
    pass


name: Callable[[], None] = target
name()
