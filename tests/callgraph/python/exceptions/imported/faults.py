class Failure(Exception):
    def __init__(self, text):
        self.text = text

    def report(self):
        pass


def check():
    raise Failure("bad")
