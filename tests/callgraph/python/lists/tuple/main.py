def first():
    pass


def second():
    pass


pair = (first, second)
pair[0]()
