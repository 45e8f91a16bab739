from .tools import clean
from . import more


def use():
    clean()
    more.tidy()
