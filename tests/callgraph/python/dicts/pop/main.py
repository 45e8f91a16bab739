def first():
    pass


table = {"first": first}
table.pop("first")()
