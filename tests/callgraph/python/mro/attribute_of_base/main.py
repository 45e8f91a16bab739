def greet(self):
    pass


class Base:
    action = greet


class Derived(Base):
    def run(self):
        self.action()


Derived().run()
