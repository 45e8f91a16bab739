def greet():
    pass


class Person:
    def __init__(self, action):
        self.action = action

    def act(self):
        self.action()


Person(greet).act()
