def greet():
    pass


class Person:
    def __init__(self, name, action):
        self.action = action


person = Person(action=greet, name="Ada")
person.action()
