class Widget:
    def __init__(self):
        self.show()

    def show(self):
        pass


def build(kind):
    return kind()


build(Widget).show()
