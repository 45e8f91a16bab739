def read():
    return "end"


for line in iter(read, "end"):
    pass
