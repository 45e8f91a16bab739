from tools import clean


def clean():
    pass


clean()
