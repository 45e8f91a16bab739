def old():
    pass


def new():
    pass


table = {"name": old}
del table["name"]
table["name"] = new
table["name"]()
