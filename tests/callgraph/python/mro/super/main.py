class Base:
    def work(self):
        pass


class Derived(Base):
    def work(self):
        super().work()


Derived().work()
