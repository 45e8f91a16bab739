class Base:
    def work(self):
        pass


class Derived(Base):
    def work(self):
        Base.work(self)


Derived().work()
