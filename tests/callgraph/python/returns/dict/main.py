def save():
    pass


def load():
    pass


def actions():
    return {"save": save, "load": load}


actions()["load"]()
