def first():
    pass


def second():
    pass


functions = [function for function in (first, second)]
functions[0]()
functions[1]()
