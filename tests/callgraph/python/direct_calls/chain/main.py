def third():
    pass


def second():
    third()


def first():
    second()


first()
