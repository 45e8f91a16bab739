class Failure(Exception):
    def __init__(self, text):
        super().__init__(text)


class Timeout(Failure):
    def __init__(self):
        super().__init__("late")


try:
    raise Timeout()
except Timeout:
    pass
