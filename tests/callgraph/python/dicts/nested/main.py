def read():
    pass


def write():
    pass


table = {"file": {"read": read, "write": write}}
table["file"]["write"]()
