def first():
    pass


def second():
    pass


def third():
    pass


first_of, *middle, last_of = [first, second, third]
last_of()
