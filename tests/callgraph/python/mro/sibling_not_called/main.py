class Base:
    def run(self):
        self.step()


class Used(Base):
    def step(self):
        pass


class Unused(Base):
    def step(self):
        pass


Used().run()
