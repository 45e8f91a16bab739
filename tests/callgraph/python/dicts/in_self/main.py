class Switch:
    def __init__(self):
        self.actions = {"on": self.start, "off": self.stop}

    def press(self, name):
        self.actions[name]()

    def start(self):
        pass

    def stop(self):
        pass


switch = Switch()
switch.press("on")
switch.press("off")
