def first():
    pass


def second():
    pass


target = first


def target():
    second()


target()
