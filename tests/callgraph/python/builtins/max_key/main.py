class Box:
    def __init__(self, side):
        self.side = side

    def volume(self):
        return self.side**3


max([Box(1), Box(2)], key=Box.volume)
