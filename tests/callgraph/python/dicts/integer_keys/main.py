def zero():
    pass


def one():
    pass


table = {0: zero, 1: one}
table[1]()
