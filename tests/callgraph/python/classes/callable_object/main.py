class Adder:
    def __init__(self, amount):
        self.amount = amount

    def __call__(self, number):
        return number + self.amount


add = Adder(2)
add(3)
