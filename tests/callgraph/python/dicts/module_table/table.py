def save():
    pass


def load():
    pass


ACTIONS = {"save": save, "load": load}
