def first():
    pass


def second():
    pass


def third():
    pass


head, *rest = first, second, third
rest[1]()
