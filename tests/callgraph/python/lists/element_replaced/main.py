def old():
    pass


def new():
    pass


functions = [old]
functions[0] = new
functions[0]()
