def target():
    pass


class Holder:
    def __init__(self):
        self.function = target

    def get(self):
        return self.function


Holder().get()()
