class Base:
    def __init__(self):
        pass

    def work(self):
        pass
