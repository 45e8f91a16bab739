def left():
    pass


def right():
    pass


def go(side):
    (left if side else right)()


go(True)
go(False)
