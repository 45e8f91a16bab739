class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return power(self.side)


def power(number):
    return number**2
