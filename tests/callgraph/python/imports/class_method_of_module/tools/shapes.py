class Square:
    @classmethod
    def unit(cls):
        return cls()

    def area(self):
        pass
