from ..tools import clean


def use():
    clean()
