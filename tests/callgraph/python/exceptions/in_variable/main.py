class Failure(Exception):
    def __init__(self):
        pass


kind = Failure
failure = kind()
try:
    raise failure
except Failure:
    pass
