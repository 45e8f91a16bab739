def first():
    pass


def second():
    pass


key = "first"
table = {"first": first, "second": second}
table[key]()
