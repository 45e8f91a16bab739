class Base:
    def __init__(self, action):
        self.action = action


class Derived(Base):
    def run(self):
        self.action()


def target():
    pass


Derived(target).run()
