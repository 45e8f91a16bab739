def left():
    pass


def right():
    pass


def choose(side):
    return left if side else right


choose(True)()
choose(False)()
