def first():
    pass


def second():
    pass


table = {"a": first}
table.update({"b": second})
table["b"]()
table["a"]()
