def left():
    pass


def right():
    pass


def choose(side):
    if side:
        return left
    return right


for side in (True, False):
    choose(side)()
