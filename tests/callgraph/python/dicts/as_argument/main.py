def save():
    pass


def load():
    pass


def dispatch(table):
    table["save"]()


dispatch({"save": save, "load": load})
