class Base:
    def work(self):
        pass


class Derived(Base):
    def work(self):
        pass


Derived().work()
