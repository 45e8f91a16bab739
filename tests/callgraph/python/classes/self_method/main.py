class Robot:
    def wake(self):
        self.stretch()

    def stretch(self):
        pass


Robot().wake()
