class Store:
    def items(self):
        yield self.load()

    def load(self):
        return 1


for item in Store().items():
    pass
