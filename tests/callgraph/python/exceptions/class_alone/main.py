class Failure(Exception):
    def __init__(self):
        pass


try:
    raise Failure
except Failure:
    pass
