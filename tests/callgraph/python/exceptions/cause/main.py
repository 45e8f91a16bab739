class Low(Exception):
    def __init__(self):
        pass


class High(Exception):
    def __init__(self):
        pass


def convert():
    try:
        raise Low()
    except Low as low:
        raise High() from low


try:
    convert()
except High:
    pass
