def first():
    pass


def second():
    pass


base = {"a": first}
table = {**base, "b": second}
table["a"]()
