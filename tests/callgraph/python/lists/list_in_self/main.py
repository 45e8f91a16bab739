class Events:
    def __init__(self):
        self.listeners = []

    def listen(self, listener):
        self.listeners.append(listener)

    def fire(self):
        for listener in self.listeners:
            listener()


def heard():
    pass


events = Events()
events.listen(heard)
events.fire()
