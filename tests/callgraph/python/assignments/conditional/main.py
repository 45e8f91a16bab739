def left():
    pass


def right():
    pass


def pick(side):
    chosen = left if side else right
    chosen()


pick(True)
pick(False)
