class Base:
    def work(self):
        pass


class Derived(Base):
    pass


Derived().work()
