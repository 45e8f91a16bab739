class Button:
    def __init__(self):
        self.action = lambda: self.beep()

    def beep(self):
        pass

    def press(self):
        self.action()


Button().press()
