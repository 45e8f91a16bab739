class Shelf:
    def __iter__(self):
        return Walk()


class Walk:
    def __init__(self):
        self.done = False

    def __next__(self):
        if self.done:
            raise StopIteration
        self.done = True
        return 1


for book in Shelf():
    pass
