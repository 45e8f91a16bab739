def first():
    pass


def second():
    pass


table = {"first": first, "second": second}
table["second"]()
