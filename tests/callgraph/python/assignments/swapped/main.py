def left():
    pass


def right():
    pass


def call_swapped():
    a = left
    b = right
    a, b = b, a
    a()


call_swapped()
