class Failure(Exception):
    def __init__(self, code):
        self.code = code


class Timeout(Failure):
    pass


try:
    raise Timeout(1)
except Failure:
    pass
