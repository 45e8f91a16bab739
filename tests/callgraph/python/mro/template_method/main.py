class Base:
    def run(self):
        self.step()

    def step(self):
        pass


class Derived(Base):
    def step(self):
        pass


Derived().run()
