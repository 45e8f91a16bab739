def usual():
    pass


table = {}
table.setdefault("name", usual)()
