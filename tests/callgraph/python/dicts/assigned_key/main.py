def first():
    pass


def second():
    pass


table = {}
table["a"] = first
table["b"] = second
table["a"]()
