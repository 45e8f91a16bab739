def target():
    pass


def other():
    pass


globals()["target"]()
