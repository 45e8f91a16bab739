def first():
    pass


def second():
    pass


table = [[first], [second]]
table[1][0]()
