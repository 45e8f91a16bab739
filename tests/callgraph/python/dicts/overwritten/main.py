def old():
    pass


def new():
    pass


table = {"name": old}
table["name"] = new
table["name"]()
