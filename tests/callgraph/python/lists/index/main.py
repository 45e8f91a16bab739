def first():
    pass


def second():
    pass


functions = [first, second]
functions[1]()
