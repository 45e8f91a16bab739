class Holder:
    def __init__(self, function):
        self.function = function


def first():
    pass


def second():
    pass


one = Holder(first)
two = Holder(second)
two.function()
